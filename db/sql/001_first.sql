-- SPDX-License-Identifier: MIT
-- Schema 1. The file is made empty with mode 0600 / 0660 first, then this runs in one BEGIN IMMEDIATE (db/migrate.c).
--
-- Conventions
--   figure   signed 64-bit count of 1/10 000 of its measure; |figure| < 10^15
--   period   yyyymm of its last month; year 2023 = 202312
--   day      yyyymmdd        at   seconds since 1970, UTC, never less than in the op before
--   code     the id scripts use ([a-z][a-z0-9_]*); id the file's own number, never reused
--   entry, target, report, ... hold what is true NOW; each row's `change` is the line that made it so.
--   plan rows carry `change` too (what 10: k1 the table, k2 the id); ids only grow, the number of a row that went stays unused
--   op and change hold how it came to be; they are only ever appended to. `change` columns carry no foreign key:
--   with them an import of 1e6 rows takes 1.3 times as long; db/verify checks what they would.
--   Each writing connection sets recursive_triggers = 1: without it INSERT OR REPLACE deletes past the triggers.

PRAGMA application_id = 1685416290;   -- 'duib'
PRAGMA user_version = 1;

----------------------------------------------------------------- how it came to be

CREATE TABLE op (                       -- one user action = one transaction = one row
  seq      INTEGER PRIMARY KEY,         -- 1, 2, 3 ... without holes
  uid      BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),   -- made by the program before BEGIN; settles an unclear COMMIT
  at       INTEGER NOT NULL,
  who      TEXT NOT NULL CHECK (length(CAST(who AS BLOB)) BETWEEN 1 AND 200),   -- the name as it was then
  org      TEXT NOT NULL,               -- code of his unit or department then
  action   TEXT NOT NULL CHECK (action GLOB '[a-z]*'),      -- id in core/action.def
  why      TEXT CHECK (length(CAST(why AS BLOB)) <= 4000),
  undoes   INTEGER REFERENCES op(seq),
  first    INTEGER NOT NULL,            -- its lines are change.seq first .. last, in one run; last = first - 1 when none
  last     INTEGER NOT NULL CHECK (last >= first - 1),
  hash     BLOB NOT NULL CHECK (length(hash) = 32)          -- SHA-256(hash of op seq-1, its lines, this row), core/change
) STRICT;

CREATE TABLE change (                   -- one audit line
  seq      INTEGER PRIMARY KEY,         -- 1, 2, 3 ... without holes
  op       INTEGER NOT NULL,            -- op.seq; that row, with the hash, is written last
  what     INTEGER NOT NULL,            -- enum change_what: 1 entry, 2 target, 3 report, 4 explanation, 5 stage, 6 node, 7 correction, 8 operator, 9 setting, 10 plan row
  k1       INTEGER NOT NULL,            -- the key of the row it changed: entry element, period, unit; target indicator, unit, kind * 10000 + year; ...
  k2       INTEGER NOT NULL,
  k3       INTEGER NOT NULL,
  prev     INTEGER CHECK (prev < seq),  -- the line before of the same row: its life is a walk, no index; what the writer saw (revision check)
  new      TEXT NOT NULL                -- the whole row after, canonical text (core/change); '' = the row was taken away. old = new of prev
) STRICT;

CREATE TRIGGER op_no_update BEFORE UPDATE ON op BEGIN SELECT RAISE(ABORT, 'op is append-only'); END;
CREATE TRIGGER op_no_delete BEFORE DELETE ON op BEGIN SELECT RAISE(ABORT, 'op is append-only'); END;
CREATE TRIGGER op_next BEFORE INSERT ON op
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM op)
  OR NEW.at < (SELECT coalesce(max(at), NEW.at) FROM op WHERE seq = NEW.seq - 1)
  OR NEW.first IS NOT (SELECT coalesce(max(last), 0) + 1 FROM op WHERE seq = NEW.seq - 1)
  OR NEW.last IS NOT (SELECT coalesce(max(seq), 0) FROM change)
  OR NEW.last - NEW.first + 1 IS NOT (SELECT count(*) FROM change WHERE seq BETWEEN NEW.first AND NEW.last)
BEGIN SELECT RAISE(ABORT, 'op out of order'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

----------------------------------------------------------------- the plan (written by `plan apply` only)

CREATE TABLE plan (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  code        TEXT NOT NULL,
  title       TEXT NOT NULL,
  base_year   INTEGER NOT NULL CHECK (base_year BETWEEN 1949 AND 2100),
  target_year INTEGER NOT NULL CHECK (target_year BETWEEN base_year AND 2100),
  inferred    TEXT NOT NULL DEFAULT '',     -- names of the keys that are 推定
  sections    INTEGER,                      -- how many the document says it has; their titles may be unknown
  source      TEXT NOT NULL DEFAULT '',
  demo        INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
  root        INTEGER NOT NULL REFERENCES unit(id),
  ahead       INTEGER NOT NULL,             -- thresholds: figures of the lag in points
  behind      INTEGER NOT NULL,
  critical    INTEGER NOT NULL,
  stale_after INTEGER NOT NULL CHECK (stale_after > 0),   -- times the interval
  text        TEXT NOT NULL,                -- the plan file itself, as applied: `plan show` and the next difference
  change      INTEGER NOT NULL
) STRICT;

CREATE TABLE basis (ord INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;   -- part of the plan row

CREATE TABLE dept (                     -- 0 is 'the reporting unit itself'
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  code   TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  ord    INTEGER NOT NULL,
  change INTEGER NOT NULL
) STRICT;
INSERT INTO dept VALUES (0, 'unit', '', 0, 0);

CREATE TABLE unit (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  code      TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,
  short     TEXT NOT NULL,
  parent    INTEGER REFERENCES unit(id),    -- NULL: the plan's root, or a comparison unit
  compare   INTEGER NOT NULL DEFAULT 0 CHECK (compare IN (0, 1)),   -- the province: never in a sum
  ord       INTEGER NOT NULL,
  valid_from INTEGER NOT NULL DEFAULT 190001 CHECK (valid_from % 100 BETWEEN 1 AND 12),
  valid_to  INTEGER NOT NULL DEFAULT 999912 CHECK (valid_to >= valid_from),
  successor INTEGER REFERENCES unit(id),
  change    INTEGER NOT NULL,
  CHECK (parent IS NOT id AND successor IS NOT id)
) STRICT;

CREATE TABLE outline (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  code   TEXT NOT NULL,
  level  INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),   -- 1 part, 2 chapter (the home screen's rows), 3 section, 4 item
  parent INTEGER REFERENCES outline(id),
  ord    INTEGER NOT NULL,
  number TEXT NOT NULL DEFAULT '',       -- as printed: 第三章, 三、, (一), or nothing
  title  TEXT,                           -- NULL: the document does not give it
  body   TEXT NOT NULL DEFAULT '',
  change INTEGER NOT NULL,
  UNIQUE (level, code)
) STRICT;

CREATE TABLE element (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  code     TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL,
  short    TEXT NOT NULL DEFAULT '',     -- at most 18 cells
  scope    TEXT NOT NULL DEFAULT '',     -- 口径
  measure  TEXT NOT NULL DEFAULT '',
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 4),
  kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),  -- 1 stock, 2 flow, 3 stage, 4 published figure of the indicator of the same code
  months   INTEGER NOT NULL CHECK (months IN (1, 3, 6, 12)),
  owner    INTEGER NOT NULL DEFAULT 0 REFERENCES dept(id), -- whose report the cell belongs to
  due      TEXT NOT NULL DEFAULT '+15d',
  rollup   INTEGER NOT NULL DEFAULT 1 CHECK (rollup BETWEEN 0 AND 2),      -- 0 none, 1 sum, 2 mean
  applies  INTEGER NOT NULL DEFAULT 0 CHECK (applies BETWEEN 0 AND 2),     -- 0 units without children, 1 the root, 2 those in element_unit
  low      INTEGER, high INTEGER CHECK (high >= low),
  retired  INTEGER NOT NULL DEFAULT 999912,
  ord      INTEGER NOT NULL,
  change   INTEGER NOT NULL
) STRICT;
CREATE TABLE element_unit (
  element INTEGER NOT NULL REFERENCES element(id),
  unit    INTEGER NOT NULL REFERENCES unit(id),
  PRIMARY KEY (element, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (                -- everything that has a standing: number, comparison, position, stage
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  code      TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,                                   -- in full
  short     TEXT NOT NULL DEFAULT '',                        -- at most 14 cells
  brief     TEXT NOT NULL DEFAULT '',                        -- at most 8 cells
  kind      INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),   -- 1 number, 2 comparison, 3 position, 4 stage
  formula   INTEGER NOT NULL CHECK (formula BETWEEN 1 AND 5),-- 1 value, 2 ratio, 3 growth, 4 above, 5 faster
  x         INTEGER REFERENCES element(id),
  y         INTEGER REFERENCES element(id),
  scale     INTEGER NOT NULL DEFAULT 1,
  published INTEGER REFERENCES element(id),                  -- its element of kind 4; NULL where x is it (value)
  level_element  INTEGER REFERENCES element(id),             -- ID_level, ID_growth: the province's averages
  growth_element INTEGER REFERENCES element(id),
  measure   TEXT NOT NULL DEFAULT '',
  decimals  INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 4),
  down      INTEGER NOT NULL DEFAULT 0 CHECK (down IN (0, 1)),
  path      INTEGER NOT NULL DEFAULT 0 CHECK (path BETWEEN 0 AND 3),       -- 0 none, 1 linear, 2 compound, 3 yearly
  inferred  TEXT NOT NULL DEFAULT '',
  scope     TEXT NOT NULL DEFAULT '',
  ord       INTEGER NOT NULL,
  change    INTEGER NOT NULL,
  CHECK ((formula IN (2)) = (y IS NOT NULL)),
  CHECK ((formula IN (4, 5)) = (x IS NULL))
) STRICT;
CREATE TABLE compared (                 -- the list of above() and faster()
  indicator INTEGER NOT NULL REFERENCES indicator(id),
  other     INTEGER NOT NULL REFERENCES indicator(id),
  ord       INTEGER NOT NULL,
  PRIMARY KEY (indicator, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (                    -- a row of the document: where an indicator stands, in which words
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  code      TEXT NOT NULL UNIQUE,        -- g3, m21, p4, t5_2
  kind      INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),                  -- 1 indicator, 2 milestone, 3 project, 4 task
  outline   INTEGER NOT NULL REFERENCES outline(id),
  ord       INTEGER NOT NULL,
  indicator INTEGER NOT NULL REFERENCES indicator(id),
  words     TEXT NOT NULL,
  ours      INTEGER NOT NULL DEFAULT 0 CHECK (ours IN (0, 1)),              -- the chapter is ours, not the document's
  also      INTEGER REFERENCES outline(id),                                 -- shown there too (p1-p9 in chapter 1)
  same_as   INTEGER REFERENCES place(id),                                   -- two rows, one indicator
  same_inferred INTEGER NOT NULL DEFAULT 0 CHECK (same_inferred IN (0, 1)), -- that they are the same is ours
  change    INTEGER NOT NULL
) STRICT;

CREATE TABLE rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, ord INTEGER NOT NULL,
  hard INTEGER NOT NULL CHECK (hard IN (0, 1)),
  lhs TEXT NOT NULL, op TEXT NOT NULL CHECK (op IN ('<', '<=', '=', '>=', '>')), rhs TEXT NOT NULL,   -- element codes, or a figure
  text TEXT NOT NULL,
  change INTEGER NOT NULL
) STRICT;

----------------------------------------------------------------- figures

CREATE TABLE target (
  indicator INTEGER NOT NULL REFERENCES indicator(id),
  unit      INTEGER NOT NULL REFERENCES unit(id),
  kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),   -- 0 baseline, 1 the plan's (a point of the path), 2 annual (年度目标: the year reading only)
  year      INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2100),
  form      INTEGER NOT NULL CHECK (form BETWEEN 1 AND 4),   -- 1 value, 2 range low..high, 3 increment on the baseline, 4 text
  figure    INTEGER CHECK (figure BETWEEN -999999999999999 AND 999999999999999),
  high      INTEGER CHECK (high BETWEEN -999999999999999 AND 999999999999999),
  text      TEXT NOT NULL DEFAULT '',                        -- the document's words: 50%以上
  qualifier INTEGER NOT NULL DEFAULT 0 CHECK (qualifier BETWEEN 0 AND 3),  -- 0 =, 1 >, 2 >=, 3 ~
  doc       TEXT NOT NULL DEFAULT '',
  by_plan   INTEGER NOT NULL CHECK (by_plan IN (0, 1)),      -- 1: the plan file gave it, the next one may withdraw it; 0: keyed in
  change    INTEGER NOT NULL,
  PRIMARY KEY (indicator, unit, kind, year),
  CHECK ((form = 4) = (figure IS NULL)), CHECK ((form = 2) = (high IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (                    -- element x period x unit; no row: nothing was ever said about this cell
  element   INTEGER NOT NULL REFERENCES element(id),
  period    INTEGER NOT NULL CHECK (period BETWEEN 194901 AND 210012 AND period % 100 BETWEEN 1 AND 12),
  unit      INTEGER NOT NULL REFERENCES unit(id),
  kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),   -- 0 cleared, 1 a value, 2 未报, 3 不适用
  figure    INTEGER CHECK (figure BETWEEN -999999999999999 AND 999999999999999),
  qualifier INTEGER NOT NULL DEFAULT 0 CHECK (qualifier BETWEEN 0 AND 3),
  final     INTEGER NOT NULL DEFAULT 0 CHECK (final IN (0, 1)),            -- 初步数, 核定数
  promised  INTEGER,                                          -- 未报: the day it will come
  note      TEXT CHECK (length(CAST(note AS BLOB)) <= 4000 AND instr(CAST(note AS BLOB), x'00') = 0),  -- 不适用: the reason
  doc       TEXT CHECK (length(CAST(doc AS BLOB)) <= 1000 AND instr(CAST(doc AS BLOB), x'00') = 0),
  change    INTEGER NOT NULL,          -- who and when: its op; also the revision a second desk must name
  PRIMARY KEY (element, period, unit),                        -- one element at one period over all units lies together
  CHECK ((kind = 1) = (figure IS NOT NULL)),
  CHECK (kind <> 3 OR coalesce(length(note), 0) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage (                    -- what a stage element adds to its entry
  element INTEGER NOT NULL, period INTEGER NOT NULL, unit INTEGER NOT NULL,
  stage    INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 2),   -- 未启动, 推进中, 已完成; the percent, if any, is entry.figure
  progress TEXT NOT NULL DEFAULT '', problem TEXT NOT NULL DEFAULT '', next TEXT NOT NULL DEFAULT '',
  change   INTEGER NOT NULL,
  PRIMARY KEY (element, period, unit),
  FOREIGN KEY (element, period, unit) REFERENCES entry(element, period, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE node (                     -- of an element and unit, not of a period: done at p when done <= p
  element INTEGER NOT NULL REFERENCES element(id), unit INTEGER NOT NULL REFERENCES unit(id), no INTEGER NOT NULL,
  name TEXT NOT NULL, planned INTEGER, done INTEGER, doc TEXT NOT NULL DEFAULT '',
  change INTEGER NOT NULL,
  PRIMARY KEY (element, unit, no)
) STRICT, WITHOUT ROWID;

----------------------------------------------------------------- the work

CREATE TABLE report (                   -- whose form: a unit's own (dept 0), or a department's over all units (unit = the root)
  period    INTEGER NOT NULL CHECK (period % 100 BETWEEN 1 AND 12),
  dept      INTEGER NOT NULL REFERENCES dept(id),
  unit      INTEGER NOT NULL REFERENCES unit(id),
  state     INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),  -- 0 filling, 1 submitted, 2 returned, 3 accepted, 4 locked
  due       INTEGER,                                          -- day; moved by an extension (its reason is in the op)
  first_submitted INTEGER, submitted INTEGER, returned INTEGER, accepted INTEGER, locked INTEGER,   -- at
  sentence  TEXT NOT NULL DEFAULT '',
  change    INTEGER NOT NULL,
  PRIMARY KEY (period, dept, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE explanation (              -- findings are computed, never stored; what people say about them is
  period  INTEGER NOT NULL, unit INTEGER NOT NULL REFERENCES unit(id), element INTEGER NOT NULL REFERENCES element(id),
  rule    TEXT NOT NULL,
  about   INTEGER NOT NULL,            -- the figure it explains; void when entry.change has moved on
  text    TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 4000),
  change  INTEGER NOT NULL,
  PRIMARY KEY (period, unit, element, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (               -- 数据订正 after acceptance
  id INTEGER PRIMARY KEY,
  element INTEGER NOT NULL, period INTEGER NOT NULL, unit INTEGER NOT NULL,
  about   INTEGER NOT NULL,
  figure  INTEGER NOT NULL, reason TEXT NOT NULL, doc TEXT NOT NULL DEFAULT '',
  state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),     -- proposed, accepted, refused
  change  INTEGER NOT NULL,
  FOREIGN KEY (element, period, unit) REFERENCES entry(element, period, unit)
) STRICT;

CREATE TABLE operator (
  id INTEGER PRIMARY KEY, account TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  dept INTEGER NOT NULL REFERENCES dept(id), unit INTEGER NOT NULL REFERENCES unit(id),
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),         -- clerk, reviewer, planner, reader
  change INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, change INTEGER NOT NULL) STRICT, WITHOUT ROWID;
