// SPDX-License-Identifier: MIT
// 催报: what a report still lacks, and the sentence that reminds its owner (glossary.md sentence 12).
#ifndef CORE_REMIND_H
#define CORE_REMIND_H

#include "core/report_list.h"

#define REMIND_NAMES 512
#define REMIND_TEXT 2048
struct remind {
	int lacks;                       // cells that are 空 and due with the submission
	int named;                       // elements in NAMES, of a department each with how many units
	bool more;                       // there are more than NAMES has room for
	char names[REMIND_NAMES];        // 技术合同成交额、高价值发明专利
	int over, over_named;            // cells that are 未报 though the day named for them has passed; the same
	bool over_more;
	char over_names[REMIND_NAMES];
};
// What LINE's owner has to key in before it can submit, and what it named a day for that is before TODAY.
must_check enum err remind_lacks(struct store *store, const struct plan *plan, const struct report_line *line, int today,
	struct remind *out);
// Is there anything to remind of: the report waits for its owner, or a day that he named has passed?
bool remind_is_due(const struct report_line *line, const struct remind *lacks);
// The sentence, where there is; returns OUT.
char *remind_words(const struct plan *plan, const struct report_line *line, const struct remind *lacks, char *out, size_t cap);

#endif
