// SPDX-License-Identifier: MIT
// The letters and ids of a standing (standing.h): what a screen marks a row with and what JSON spells.
#include "core/standing.h"

const char standing_letter[STANDING_STATUSES] = {
	[STANDING_MET] = '*', [STANDING_AHEAD] = '+', [STANDING_ON_TRACK] = '=', [STANDING_BEHIND] = '!', [STANDING_CRITICAL] = 'X',
	[STANDING_MISSED] = 'F', [STANDING_NO_BASE] = '?', [STANDING_NO_DATA] = '.', [STANDING_NO_TARGET] = '-',
};

bool standing_unaccepted(const struct standing *s)
{
	return s->value.has && !s->accepted;
}

char standing_letter_of(const struct standing *s)
{
	return s->not_applicable ? '/' : standing_letter[s->status];
}

const char *const standing_status_id[STANDING_STATUSES] = {
	[STANDING_MET] = "met", [STANDING_AHEAD] = "ahead", [STANDING_ON_TRACK] = "on_track", [STANDING_BEHIND] = "behind",
	[STANDING_CRITICAL] = "critical", [STANDING_MISSED] = "missed", [STANDING_NO_BASE] = "no_base",
	[STANDING_NO_DATA] = "no_data", [STANDING_NO_TARGET] = "no_target",
};

const char *standing_reason_id(enum standing_reason reason)
{
	static const char *const ids[] = {
		[STANDING_NO_REASON] = "", [STANDING_NONE] = "none", [STANDING_PARTIAL] = "partial",
		[STANDING_ZERO_DENOMINATOR] = "zero_denominator", [STANDING_NO_BASE_YEAR_FIGURE] = "no_base_year_figure",
		[STANDING_NOT_COMPARABLE] = "not_comparable", [STANDING_BEFORE_BASE] = "before_base",
		[STANDING_FINAL_MISSING] = "final_missing", [STANDING_STALE] = "stale",
	};
	return ids[reason];
}

const char *standing_source_id(enum standing_source source)
{
	static const char *const ids[] = {
		[STANDING_SOURCE_NONE] = "", [STANDING_OWN] = "own", [STANDING_SUM] = "sum", [STANDING_PUBLISHED] = "published",
		[STANDING_COMPUTED] = "computed",
	};
	return ids[source];
}

const char *standing_path_id(enum standing_path path)
{
	static const char *const ids[] = {
		[STANDING_PATH_NONE] = "none", [STANDING_LINEAR] = "linear", [STANDING_COMPOUND] = "compound",
		[STANDING_YEARLY] = "yearly", [STANDING_GROWTH] = "growth", [STANDING_PATH_UNUSED] = "",
	};
	return ids[path];
}

const char *standing_assessment_id(enum standing_assessment assessment)
{
	static const char *const ids[] = {
		[ASSESS_NONE] = "", [ASSESS_MET] = "met", [ASSESS_ON_TRACK] = "on_track", [ASSESS_ACCELERATE] = "accelerate",
		[ASSESS_LIMITED] = "limited", [ASSESS_DETERIORATING] = "deteriorating",
	};
	return ids[assessment];
}
