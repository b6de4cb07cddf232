-- SPDX-License-Identifier: MIT
-- Schema 2: reports are kept (issue of the desk). No program of schema 1 wrote report, explanation or operator rows.
PRAGMA user_version = 2;

-- Entries of the report whose line is not after it are accepted; 0: none is. A later accept or an accepted correction moves it on.
ALTER TABLE report ADD COLUMN upto INTEGER NOT NULL DEFAULT 0;
-- Taken over from the last period and not yet confirmed.
ALTER TABLE entry ADD COLUMN copied INTEGER NOT NULL DEFAULT 0 CHECK (copied IN (0, 1));

-- A number of its own: the rule is a text, the key of a line is three numbers.
DROP TABLE explanation;
CREATE TABLE explanation (              -- findings are computed, never stored; what people say about them is
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  period  INTEGER NOT NULL, unit INTEGER NOT NULL REFERENCES unit(id), element INTEGER NOT NULL REFERENCES element(id),
  rule    TEXT NOT NULL,               -- of check.def or the plan file; 'return': what the reviewer says of the cell
  about   INTEGER NOT NULL,            -- the figure it explains; void when entry.change has moved on
  text    TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 4000),
  change  INTEGER NOT NULL,
  UNIQUE (period, unit, element, rule)
) STRICT;
CREATE INDEX correction_cell ON correction (element, period, unit);
