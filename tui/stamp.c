// SPDX-License-Identifier: MIT
// See stamp.h.
#include "tui/stamp.h"

#include <stdbool.h>
#include <time.h>

static bool local(int64_t at, struct tm *tm)
{
	time_t seconds = (time_t)at;
	return at != 0 && localtime_r(&seconds, tm) != NULL;
}

int stamp_day(int64_t at)
{
	struct tm tm;
	return local(at, &tm) ? (tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday : 0;
}

static char *no_words(char *out)
{
	out[0] = '\0';
	return out;
}

char *stamp_words(int64_t at, char *out, size_t cap)
{
	struct tm tm;
	return local(at, &tm) && strftime(out, cap, "%m-%d %H:%M", &tm) > 0 ? out : no_words(out);
}

char *stamp_whole(int64_t at, char *out, size_t cap)
{
	struct tm tm;
	return local(at, &tm) && strftime(out, cap, "%Y-%m-%d %H:%M", &tm) > 0 ? out : no_words(out);
}

char *stamp_of_year(int64_t at, int today, char *out, size_t cap)
{
	struct tm tm;
	if (stamp_day(at) / 10000 == today / 10000)
		return stamp_words(at, out, cap);
	return local(at, &tm) && strftime(out, cap, "%Y-%m-%d", &tm) > 0 ? out : no_words(out);
}
