-- SPDX-License-Identifier: MIT
-- Schema 3: issued bulletins are kept as they were written.
PRAGMA user_version = 3;

CREATE TABLE bulletin (
  id     INTEGER PRIMARY KEY,
  year   INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2100),
  no     INTEGER NOT NULL CHECK (no >= 1),
  period INTEGER NOT NULL CHECK (period % 100 BETWEEN 1 AND 12),
  unit   INTEGER NOT NULL REFERENCES unit(id),
  at     INTEGER NOT NULL,
  title  TEXT NOT NULL CHECK (length(CAST(title AS BLOB)) BETWEEN 1 AND 4000),
  code   TEXT NOT NULL,                -- check code of the newest op that its figures know
  body   TEXT NOT NULL,                -- a line each: letter, the standings it rests on, TAB, words
  change INTEGER NOT NULL,
  UNIQUE (year, no)
) STRICT;
CREATE TRIGGER bulletin_no_update BEFORE UPDATE ON bulletin BEGIN SELECT RAISE(ABORT, 'bulletin is append-only'); END;
CREATE TRIGGER bulletin_no_delete BEFORE DELETE ON bulletin BEGIN SELECT RAISE(ABORT, 'bulletin is append-only'); END;
