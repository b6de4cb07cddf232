-- SPDX-License-Identifier: MIT
-- A file of schema 3 as sqlite3's .dump gave it: what an earlier duibiao left, for the tests of migration.
PRAGMA application_id = 1685416290;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE basis (ord INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;
INSERT INTO "basis" VALUES(0,'党代会');
INSERT INTO "basis" VALUES(1,'省规划');
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
INSERT INTO "bulletin" VALUES(1,2026,1,202312,1,1795553158,'示例规划2023年执行情况通报','A4E2-898F','T	示例规划2023年执行情况通报
N	〔2026〕第1号
H	一、总体情况
P 1/1 2/1 3/1	截至2023年末，监测指标3项：暂不判定3项；达到序时进度0项。
P 4/1	定性目标、工程、任务1项：暂不判定1项。
P	本通报只用审核通过的数，数据截至11月24日。
H	二、指标进展
S	（一）滞后的指标
P	无滞后的指标。
S	（二）提前实现、快于预期和基本符合预期的指标
P	暂无提前实现、快于预期和基本符合预期的指标。
S	（三）暂不判定的指标
I 1/1	高新技术产业增加值占比：未报。
I 2/1	高新技术企业：未报。
I 3/1	高于全省平均的指标：2项中0项可比；2项全省数未公布，未报。
H	三、各单位进展
P	魏都区、建安区暂无可判定的指标。
H	四、任务和节点
P	无逾期节点。
H	五、报表报送
P	截至11月24日，2023年报表应报4家：未上报4家。
I	未上报或已退回的单位：许昌市、魏都区、建安区、市统计局。
I	迟报的单位：无。
I	漏报的单位：许昌市、魏都区、建安区、市统计局。
H	六、数据订正
P	无数据订正。
H	七、下一步要求
I	请许昌市、魏都区、建安区、市统计局抓紧上报报表（截止日期2024年1月15日）。
D	2026年11月24日
',36);
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
INSERT INTO "change" VALUES(1,1,10,2,1,0,NULL,'code=tjj	name=市统计局	ord=1');
INSERT INTO "change" VALUES(2,1,10,3,1,0,NULL,'code=city	name=许昌市	short=许昌	compare=0	ord=0	valid_from=190001	valid_to=999912');
INSERT INTO "change" VALUES(3,1,10,3,2,0,NULL,'code=province	name=河南省	short=全省	compare=1	ord=1	valid_from=190001	valid_to=999912');
INSERT INTO "change" VALUES(4,1,10,3,3,0,NULL,'code=wd	name=魏都区	short=魏都	parent=1	compare=0	ord=2	valid_from=190001	valid_to=999912');
INSERT INTO "change" VALUES(5,1,10,3,4,0,NULL,'code=ja	name=建安区	short=建安	parent=1	compare=0	ord=3	valid_from=190001	valid_to=999912');
INSERT INTO "change" VALUES(6,1,10,3,5,0,NULL,'code=old	name=旧区	short=旧区	parent=1	compare=0	ord=4	valid_from=190001	valid_to=202212	successor=3');
INSERT INTO "change" VALUES(7,1,10,4,1,0,NULL,'code=1	level=1	ord=0	number=	title=总体部署	body=');
INSERT INTO "change" VALUES(8,1,10,4,2,0,NULL,'code=1	level=2	parent=1	ord=1	number=一	title=构建产业创新体系	body=推动\n融合');
INSERT INTO "change" VALUES(9,1,10,4,3,0,NULL,'code=1_1	level=3	parent=2	ord=2	number=	body=');
INSERT INTO "change" VALUES(10,1,10,5,1,0,NULL,'code=hitech_firms	name=高新技术企业	short=高新技术企业	scope=	measure=家	decimals=0	kind=1	months=3	owner=0	due=15天后	rollup=1	applies=0	low=0	high=100000000	retired=999912	ord=0');
INSERT INTO "change" VALUES(11,1,10,5,2,0,NULL,'code=hitech_va	name=高新技术产业增加值	short=高新技术产业增加值	scope=	measure=亿元	decimals=2	kind=2	months=3	owner=1	due=15天后	rollup=1	applies=0	retired=999912	ord=1');
INSERT INTO "change" VALUES(12,1,10,5,3,0,NULL,'code=industry_va	name=规模以上工业增加值	short=规模以上工业增加值	scope=	measure=亿元	decimals=2	kind=2	months=3	owner=1	due=15天后	rollup=1	applies=0	retired=999912	ord=2');
INSERT INTO "change" VALUES(13,1,10,5,4,0,NULL,'code=g1	name=高新技术产业增加值占比	short=高新技术产业增加值占比	scope=	measure=%	decimals=1	kind=4	months=3	owner=0	due=15天后	rollup=1	applies=0	retired=999912	ord=3');
INSERT INTO "change" VALUES(14,1,10,5,5,0,NULL,'code=p1	name=融合工程	short=融合工程	scope=	measure=%	decimals=1	kind=3	months=3	owner=0	due=15天后	rollup=1	applies=2	retired=999912	ord=4	units=1 3');
INSERT INTO "change" VALUES(15,1,10,6,1,0,NULL,'code=g1	name=高新技术产业增加值占比	short=高新技术产业增加值占比	brief=短	kind=1	formula=2	x=2	y=3	scale=100	published=4	level_element=4	measure=%	decimals=0	down=0	path=1	inferred=	scope=	ord=0');
INSERT INTO "change" VALUES(16,1,10,6,2,0,NULL,'code=g4	name=高新技术企业	short=高新技术企业	brief=短	kind=1	formula=1	x=1	scale=1	measure=家	decimals=0	down=0	path=1	inferred=path	scope=	ord=1');
INSERT INTO "change" VALUES(17,1,10,6,3,0,NULL,'code=g13	name=高于全省平均的指标	short=高于全省平均的指标	brief=短	kind=2	formula=4	scale=1	measure=家	decimals=0	down=0	path=1	inferred=	scope=	ord=2	compared=2 1');
INSERT INTO "change" VALUES(18,1,10,6,4,0,NULL,'code=p1	name=融合工程	short=融合工程	brief=短	kind=4	formula=1	x=5	scale=1	measure=家	decimals=0	down=0	path=1	inferred=	scope=	ord=3');
INSERT INTO "change" VALUES(19,1,10,7,1,0,NULL,'code=g1	kind=1	outline=2	ord=0	indicator=1	words=50%以上	ours=0	same_inferred=0');
INSERT INTO "change" VALUES(20,1,10,7,2,0,NULL,'code=g4	kind=1	outline=2	ord=1	indicator=2	words=50%以上	ours=0	same_inferred=0');
INSERT INTO "change" VALUES(21,1,10,7,3,0,NULL,'code=g13	kind=1	outline=2	ord=2	indicator=3	words=50%以上	ours=1	same_inferred=0');
INSERT INTO "change" VALUES(22,1,10,7,4,0,NULL,'code=p1	kind=3	outline=2	ord=3	indicator=4	words=50%以上	ours=0	also=1	same_inferred=0');
INSERT INTO "change" VALUES(23,1,10,7,5,0,NULL,'code=t1_1	kind=3	outline=2	ord=4	indicator=4	words=50%以上	ours=0	same_as=4	same_inferred=1');
INSERT INTO "change" VALUES(24,1,10,8,1,0,NULL,'code=part	ord=0	hard=1	lhs=hitech_va	op=<=	rhs=industry_va	text=不能大于');
INSERT INTO "change" VALUES(25,1,10,1,1,0,NULL,'code=fixture	title=示例规划	base_year=2020	target_year=2025	inferred=base_year	sections=39	source=无	demo=0	root=1	ahead=-50000	behind=100000	critical=300000	stale_after=2	basis=党代会\n省规划	text=[plan]\nid = fixture\n');
INSERT INTO "change" VALUES(26,1,2,1,1,12025,NULL,'form=1	figure=500000	text=	qualifier=2	doc=	by_plan=1');
INSERT INTO "change" VALUES(27,1,2,2,1,2020,NULL,'form=1	figure=1230000	text=	qualifier=0	doc=	by_plan=1');
INSERT INTO "change" VALUES(28,1,2,2,1,12025,NULL,'form=2	figure=2000000	high=3000000	text=	qualifier=0	doc=	by_plan=1');
INSERT INTO "change" VALUES(29,1,2,3,1,12025,NULL,'form=4	text=达到全省平均水平	qualifier=0	doc=	by_plan=1');
INSERT INTO "change" VALUES(30,2,1,1,202306,3,NULL,'kind=1	figure=12340000	note=第一次\n填报	doc=许统〔2023〕5号');
INSERT INTO "change" VALUES(31,3,1,1,202306,3,30,'kind=1	figure=12350000	note=第一次\n填报	doc=许统〔2023〕5号');
INSERT INTO "change" VALUES(32,4,1,2,202303,1,NULL,'kind=1	figure=136000	qualifier=3	final=1');
INSERT INTO "change" VALUES(33,5,1,1,202306,4,NULL,'kind=2	promised=20230720');
INSERT INTO "change" VALUES(34,6,1,1,202309,3,NULL,'kind=1	figure=12400000');
INSERT INTO "change" VALUES(35,7,8,1,0,0,NULL,'account=root	name=王五	dept=0	unit=3	role=2');
INSERT INTO "change" VALUES(36,8,11,1,0,0,NULL,'year=2026	no=1	period=202312	unit=1	at=1795553158	title=示例规划2023年执行情况通报	code=A4E2-898F	body=T\t示例规划2023年执行情况通报\nN\t〔2026〕第1号\nH\t一、总体情况\nP 1/1 2/1 3/1\t截至2023年末，监测指标3项：暂不判定3项；达到序时进度0项。\nP 4/1\t定性目标、工程、任务1项：暂不判定1项。\nP\t本通报只用审核通过的数，数据截至11月24日。\nH\t二、指标进展\nS\t（一）滞后的指标\nP\t无滞后的指标。\nS\t（二）提前实现、快于预期和基本符合预期的指标\nP\t暂无提前实现、快于预期和基本符合预期的指标。\nS\t（三）暂不判定的指标\nI 1/1\t高新技术产业增加值占比：未报。\nI 2/1\t高新技术企业：未报。\nI 3/1\t高于全省平均的指标：2项中0项可比；2项全省数未公布，未报。\nH\t三、各单位进展\nP\t魏都区、建安区暂无可判定的指标。\nH\t四、任务和节点\nP\t无逾期节点。\nH\t五、报表报送\nP\t截至11月24日，2023年报表应报4家：未上报4家。\nI\t未上报或已退回的单位：许昌市、魏都区、建安区、市统计局。\nI\t迟报的单位：无。\nI\t漏报的单位：许昌市、魏都区、建安区、市统计局。\nH\t六、数据订正\nP\t无数据订正。\nH\t七、下一步要求\nI\t请许昌市、魏都区、建安区、市统计局抓紧上报报表（截止日期2024年1月15日）。\nD\t2026年11月24日\n');
CREATE TABLE compared (                 -- the list of above() and faster()
  indicator INTEGER NOT NULL REFERENCES indicator(id),
  other     INTEGER NOT NULL REFERENCES indicator(id),
  ord       INTEGER NOT NULL,
  PRIMARY KEY (indicator, other)
) STRICT, WITHOUT ROWID;
INSERT INTO "compared" VALUES(3,1,1);
INSERT INTO "compared" VALUES(3,2,0);
CREATE TABLE correction (               -- 数据订正 after acceptance
  id INTEGER PRIMARY KEY,
  element INTEGER NOT NULL, period INTEGER NOT NULL, unit INTEGER NOT NULL,
  about   INTEGER NOT NULL,
  figure  INTEGER NOT NULL, reason TEXT NOT NULL, doc TEXT NOT NULL DEFAULT '',
  state   INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),     -- proposed, accepted, refused
  change  INTEGER NOT NULL,
  FOREIGN KEY (element, period, unit) REFERENCES entry(element, period, unit)
) STRICT;
CREATE TABLE dept (                     -- 0 is 'the reporting unit itself'
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  code   TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  ord    INTEGER NOT NULL,
  change INTEGER NOT NULL
) STRICT;
INSERT INTO "dept" VALUES(0,'unit','',0,0);
INSERT INTO "dept" VALUES(1,'tjj','市统计局',1,1);
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
INSERT INTO "element" VALUES(1,'hitech_firms','高新技术企业','高新技术企业','','家',0,1,3,0,'15天后',1,0,0,100000000,999912,0,10);
INSERT INTO "element" VALUES(2,'hitech_va','高新技术产业增加值','高新技术产业增加值','','亿元',2,2,3,1,'15天后',1,0,NULL,NULL,999912,1,11);
INSERT INTO "element" VALUES(3,'industry_va','规模以上工业增加值','规模以上工业增加值','','亿元',2,2,3,1,'15天后',1,0,NULL,NULL,999912,2,12);
INSERT INTO "element" VALUES(4,'g1','高新技术产业增加值占比','高新技术产业增加值占比','','%',1,4,3,0,'15天后',1,0,NULL,NULL,999912,3,13);
INSERT INTO "element" VALUES(5,'p1','融合工程','融合工程','','%',1,3,3,0,'15天后',1,2,NULL,NULL,999912,4,14);
CREATE TABLE element_unit (
  element INTEGER NOT NULL REFERENCES element(id),
  unit    INTEGER NOT NULL REFERENCES unit(id),
  PRIMARY KEY (element, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "element_unit" VALUES(5,1);
INSERT INTO "element_unit" VALUES(5,3);
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
  change    INTEGER NOT NULL, copied INTEGER NOT NULL DEFAULT 0 CHECK (copied IN (0, 1)),          -- who and when: its op; also the revision a second desk must name
  PRIMARY KEY (element, period, unit),                        -- one element at one period over all units lies together
  CHECK ((kind = 1) = (figure IS NOT NULL)),
  CHECK (kind <> 3 OR coalesce(length(note), 0) > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "entry" VALUES(1,202306,3,1,12350000,0,0,NULL,'第一次
填报','许统〔2023〕5号',31,0);
INSERT INTO "entry" VALUES(1,202306,4,2,NULL,0,0,20230720,NULL,NULL,33,0);
INSERT INTO "entry" VALUES(1,202309,3,1,12400000,0,0,NULL,NULL,NULL,34,0);
INSERT INTO "entry" VALUES(2,202303,1,1,136000,3,1,NULL,NULL,NULL,32,0);
CREATE TABLE explanation (              -- findings are computed, never stored; what people say about them is
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  period  INTEGER NOT NULL, unit INTEGER NOT NULL REFERENCES unit(id), element INTEGER NOT NULL REFERENCES element(id),
  rule    TEXT NOT NULL,               -- of check.def or the plan file; 'return': what the reviewer says of the cell
  about   INTEGER NOT NULL,            -- the figure it explains; void when entry.change has moved on
  text    TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 4000),
  change  INTEGER NOT NULL,
  UNIQUE (period, unit, element, rule)
) STRICT;
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
INSERT INTO "indicator" VALUES(1,'g1','高新技术产业增加值占比','高新技术产业增加值占比','短',1,2,2,3,100,4,4,NULL,'%',0,0,1,'','',0,15);
INSERT INTO "indicator" VALUES(2,'g4','高新技术企业','高新技术企业','短',1,1,1,NULL,1,NULL,NULL,NULL,'家',0,0,1,'path','',1,16);
INSERT INTO "indicator" VALUES(3,'g13','高于全省平均的指标','高于全省平均的指标','短',2,4,NULL,NULL,1,NULL,NULL,NULL,'家',0,0,1,'','',2,17);
INSERT INTO "indicator" VALUES(4,'p1','融合工程','融合工程','短',4,1,5,NULL,1,NULL,NULL,NULL,'家',0,0,1,'','',3,18);
CREATE TABLE node (                     -- of an element and unit, not of a period: done at p when done <= p
  element INTEGER NOT NULL REFERENCES element(id), unit INTEGER NOT NULL REFERENCES unit(id), no INTEGER NOT NULL,
  name TEXT NOT NULL, planned INTEGER, done INTEGER, doc TEXT NOT NULL DEFAULT '',
  change INTEGER NOT NULL,
  PRIMARY KEY (element, unit, no)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "op" VALUES(1,X'01000000287D00000000000000000000',1700000001,'张三','wd','plan_apply',NULL,NULL,1,29,X'9586EEB1321454068F8AF9AF0A5DF7AB85D17E7DC9AF1E2057D372543EEB3482');
INSERT INTO "op" VALUES(2,X'02000000287D00000000000000000000',1700000002,'张三','wd','set',NULL,NULL,30,30,X'A516E05A112735C9EFC1F8C10FF6547855DF915DFC7207E658FE547992B729F3');
INSERT INTO "op" VALUES(3,X'03000000287D00000000000000000000',1700000003,'张三','wd','set',NULL,NULL,31,31,X'31F2C8550DA86F88976533409EF5B212438F0D9DF3A9E0DF292753070B62BCA0');
INSERT INTO "op" VALUES(4,X'04000000287D00000000000000000000',1700000004,'张三','wd','set',NULL,NULL,32,32,X'07AAE9934AA6250D30ACC4405ECD9AD0ECB2553A30E612FE15D89CD6B7CF3A14');
INSERT INTO "op" VALUES(5,X'05000000287D00000000000000000000',1700000005,'张三','wd','set',NULL,NULL,33,33,X'E69B80CEDFA8388A5B375D083A1C14334A99C793B672A6FA4D6632B953B151EA');
INSERT INTO "op" VALUES(6,X'B49DB64F2493C2530CE3F1685C48083B',1795538594,'root','','set',NULL,NULL,34,34,X'818AA322E0407C0F7C492044DF9890064F12E77519E0FBB8DFBE3154FC8797FB');
INSERT INTO "op" VALUES(7,X'723618A44E4CE70642CEA92271B3FEFD',1795553158,'root','','operator',NULL,NULL,35,35,X'A4E2898F6CB88FC6CE197A86D5189CC2D24967A34BE649B0ECF9C3F48B8B0BEF');
INSERT INTO "op" VALUES(8,X'6D606A958069B4CFC2D1F6D673F6EF79',1795553158,'王五','wd','bulletin',NULL,NULL,36,36,X'63D5CFFCB1105B77A1F8492C2A914032A93F601C5CBF7A4C8FEF144350BF9FFE');
CREATE TABLE operator (
  id INTEGER PRIMARY KEY, account TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  dept INTEGER NOT NULL REFERENCES dept(id), unit INTEGER NOT NULL REFERENCES unit(id),
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),         -- clerk, reviewer, planner, reader
  change INTEGER NOT NULL
) STRICT;
INSERT INTO "operator" VALUES(1,'root','王五',0,3,2,35);
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
INSERT INTO "outline" VALUES(1,'1',1,NULL,0,'','总体部署','',7);
INSERT INTO "outline" VALUES(2,'1',2,1,1,'一','构建产业创新体系','推动
融合',8);
INSERT INTO "outline" VALUES(3,'1_1',3,2,2,'',NULL,'',9);
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
INSERT INTO "place" VALUES(1,'g1',1,2,0,1,'50%以上',0,NULL,NULL,0,19);
INSERT INTO "place" VALUES(2,'g4',1,2,1,2,'50%以上',0,NULL,NULL,0,20);
INSERT INTO "place" VALUES(3,'g13',1,2,2,3,'50%以上',1,NULL,NULL,0,21);
INSERT INTO "place" VALUES(4,'p1',3,2,3,4,'50%以上',0,1,NULL,0,22);
INSERT INTO "place" VALUES(5,'t1_1',3,2,4,4,'50%以上',0,NULL,4,1,23);
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
INSERT INTO "plan" VALUES(1,'fixture','示例规划',2020,2025,'base_year',39,'无',0,1,-50000,100000,300000,2,'[plan]
id = fixture
',25);
CREATE TABLE report (                   -- whose form: a unit's own (dept 0), or a department's over all units (unit = the root)
  period    INTEGER NOT NULL CHECK (period % 100 BETWEEN 1 AND 12),
  dept      INTEGER NOT NULL REFERENCES dept(id),
  unit      INTEGER NOT NULL REFERENCES unit(id),
  state     INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),  -- 0 filling, 1 submitted, 2 returned, 3 accepted, 4 locked
  due       INTEGER,                                          -- day; moved by an extension (its reason is in the op)
  first_submitted INTEGER, submitted INTEGER, returned INTEGER, accepted INTEGER, locked INTEGER,   -- at
  sentence  TEXT NOT NULL DEFAULT '',
  change    INTEGER NOT NULL, upto INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (period, dept, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE, ord INTEGER NOT NULL,
  hard INTEGER NOT NULL CHECK (hard IN (0, 1)),
  lhs TEXT NOT NULL, op TEXT NOT NULL CHECK (op IN ('<', '<=', '=', '>=', '>')), rhs TEXT NOT NULL,   -- element codes, or a figure
  text TEXT NOT NULL,
  change INTEGER NOT NULL
) STRICT;
INSERT INTO "rule" VALUES(1,'part',0,1,'hitech_va','<=','industry_va','不能大于',24);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, change INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stage (                    -- what a stage element adds to its entry
  element INTEGER NOT NULL, period INTEGER NOT NULL, unit INTEGER NOT NULL,
  stage    INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 2),   -- 未启动, 推进中, 已完成; the percent, if any, is entry.figure
  progress TEXT NOT NULL DEFAULT '', problem TEXT NOT NULL DEFAULT '', next TEXT NOT NULL DEFAULT '',
  change   INTEGER NOT NULL,
  PRIMARY KEY (element, period, unit),
  FOREIGN KEY (element, period, unit) REFERENCES entry(element, period, unit)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "target" VALUES(1,1,1,2025,1,500000,NULL,'',2,'',1,26);
INSERT INTO "target" VALUES(2,1,0,2020,1,1230000,NULL,'',0,'',1,27);
INSERT INTO "target" VALUES(2,1,1,2025,2,2000000,3000000,'',0,'',1,28);
INSERT INTO "target" VALUES(3,1,1,2025,4,NULL,NULL,'达到全省平均水平',0,'',1,29);
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
INSERT INTO "unit" VALUES(1,'city','许昌市','许昌',NULL,0,0,190001,999912,NULL,2);
INSERT INTO "unit" VALUES(2,'province','河南省','全省',NULL,1,1,190001,999912,NULL,3);
INSERT INTO "unit" VALUES(3,'wd','魏都区','魏都',1,0,2,190001,999912,NULL,4);
INSERT INTO "unit" VALUES(4,'ja','建安区','建安',1,0,3,190001,999912,NULL,5);
INSERT INTO "unit" VALUES(5,'old','旧区','旧区',1,0,4,190001,202212,3,6);
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
CREATE INDEX correction_cell ON correction (element, period, unit);
CREATE TRIGGER bulletin_no_update BEFORE UPDATE ON bulletin BEGIN SELECT RAISE(ABORT, 'bulletin is append-only'); END;
CREATE TRIGGER bulletin_no_delete BEFORE DELETE ON bulletin BEGIN SELECT RAISE(ABORT, 'bulletin is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('dept',1);
INSERT INTO "sqlite_sequence" VALUES('unit',5);
INSERT INTO "sqlite_sequence" VALUES('outline',3);
INSERT INTO "sqlite_sequence" VALUES('element',5);
INSERT INTO "sqlite_sequence" VALUES('indicator',4);
INSERT INTO "sqlite_sequence" VALUES('place',5);
INSERT INTO "sqlite_sequence" VALUES('rule',1);
PRAGMA user_version = 3;
COMMIT;
