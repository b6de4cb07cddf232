// SPDX-License-Identifier: MIT
// A standing in words: every printed column of the worked examples, and the sentences of glossary.md. Shared by screens,
// formats and commands, so that one figure reads alike everywhere. Rounding never flatters (arithmetic.md "Printed").
#ifndef CORE_PHRASE_H
#define CORE_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/plan.h"
#include "core/standing.h"

#define PHRASE_TEXT 192
enum phrase_field {
	PHRASE_VALUE,            // 208, qualifier apart
	PHRASE_VALUE_WORDS,      // 突破380
	PHRASE_TARGET,           // 300
	PHRASE_VALUE_TARGET,     // 208/300个, as the S2 column 现值/目标; ~208/300个 where the figure is not accepted
	PHRASE_BASELINE, PHRASE_EXPECTED,
	PHRASE_ELAPSED, PHRASE_DONE, PHRASE_ATTAINMENT,   // 69.3%
	PHRASE_GAP,              // 还差92, 超额12, 达到
	PHRASE_GAP_MEASURED,     // 还差92个, 还差6.9个百分点
	PHRASE_LAG,              // 落后序时31.3个百分点, 至少落后11.0个百分点, 低于目标6.9个百分点, 与序时持平
	PHRASE_LAG_SHORT,        // 落后31.3, 超序时4.8, 至少落后11.0, 低于目标2.6, 完成率75.8% without a baseline
	PHRASE_NEEDED,           // 增加61.3, 增长25.0%, 提高2.1个百分点, 降低...
	PHRASE_NEEDED_MEASURED,  // 增加61.3个, 增长25.0%
	PHRASE_NEEDED_SHORT,     // 61.3, 25.0%
	PHRASE_RECENT,           // 增18, 减2, 提高1.1个百分点
	PHRASE_RECENT_SHORT,     // 增1.1, without 个百分点
	PHRASE_PROJECTED,        // 235
	PHRASE_SUM,              // 已报9家合计6.76
	PHRASE_COVERAGE,         // 已报9/10家
	PHRASE_DATA_PERIOD,      // 数据期 column
	PHRASE_STATUS,           // 提前实现, at the end 完成; 未报 or 暂不判定
	PHRASE_STATUS_SHORT,     // at most 8 cells
	PHRASE_REASON,           // 数据过旧, 已报9/10家, 缺2020年数 ...
	PHRASE_PACE,             // 达到序时进度 / 未达序时进度
	PHRASE_SENTENCE,         // glossary.md 3: the whole status sentence that fits this standing
	PHRASE_GAP_SENTENCE,     // glossary.md 3, 2: what is still missing, needed a year, and where the last year's pace leads
	PHRASE_ROW,              // what a table row says instead of columns: 暂不判定:数据过旧, 9项中7项可比,3项不高于全省, 推进中 2/4 2024-12
	PHRASE_YEAR_DONE, PHRASE_YEAR_LAG, PHRASE_YEAR_SENTENCE,
	// What stands beneath a table about a figure that is not all it seems, as sentences.
	PHRASE_NOTE_BASE,        // 2020年基期数未公布,只示完成率,不判定进度
	PHRASE_NOTE_CARRIED,     // 沿用截至2024年3月末数,6月末数未报齐,缺禹州市
	PHRASE_NOTE_PARTIAL,     // 2024年1—6月已报9/10家,缺禹州市,未计入现值
};
// Writes "" where the standing has no such figure; always NUL-terminated, cut on a character. Returns OUT.
#define PHRASE_LONG 512
char *phrase_write(const struct plan *plan, const struct standing *s, enum phrase_field field, char *out, size_t cap);

// The same for CELLS of a column: what is too wide stands without its measure (0.464/0.43吨标准煤/万元).
char *phrase_write_within(const struct plan *plan, const struct standing *s, enum phrase_field field, int cells, char *out, size_t cap);

// The word of a status alone: met is 提前实现; BRIEF at most 8 cells.
const char *phrase_status(enum standing_status status, bool brief);
// The word of a stage: 未启动, 推进中, 已完成.
const char *phrase_stage(enum stage_kind stage);

#endif
