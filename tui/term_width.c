// SPDX-License-Identifier: MIT
// See term_width.h.
#include "tui/term_width.h"

#include <curses.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <time.h>

#include "core/i18n.h"
#include "core/text.h"

// Each on a row of its own, which tells the answers apart; not on the first, where an answer reads like Shift-F3.
#define QUOTE_ROW 2
#define BLOCKS_ROW 3
#define LEAST_ROWS 4
#define MOST_COLUMN 15                   // what four characters can come to, also as single bytes of three each
#define ANSWER(row, column) (TERM_ANSWER + (row) * 16 + (column))
#define PATIENCE 2                       // seconds in which an answer may come
#define TORN_DELAY 300                   // ms that the rest of an answer gets while one is awaited

static struct {
	struct term_widths widths;
	int bars;                        // the setting
	bool asked, waits;
	time_t since;
	int delay;                       // curses' own, for afterwards
} state;

void term_assume(struct term_widths widths)
{
	state.widths = widths;
}

struct term_widths term_widths(void)
{
	return state.widths;
}

// ------------------------------------------------------------ what follows from it

static bool is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool draws_wide(void)
{
	return is_utf8() && state.widths.quote == 2;
}

static bool can_reverse(void)
{
	return cur_term == NULL || enter_reverse_mode != NULL || enter_standout_mode != NULL;
}

// The console's fonts have full blocks and lines, but no eighths.
static bool is_console(void)
{
	const char *name = getenv("TERM");
	return name != NULL && strncmp(name, "linux", 5) == 0;
}

static bool blocks_fit(void)
{
	static const wchar_t blocks[] = TERM_BLOCKS_MEASURED;
	if (!is_utf8() || text_wide_cells(blocks, TERM_BLOCKS_CELLS) != TERM_BLOCKS_CELLS)
		return false;
	if (state.bars == SETTINGS_BARS_BLOCKS && state.widths.blocks == 0)
		return true;
	return state.widths.blocks == TERM_BLOCKS_CELLS && (state.bars == SETTINGS_BARS_BLOCKS || !is_console());
}

enum term_tier term_tier(void)
{
	if (state.bars == SETTINGS_BARS_ASCII || MB_CUR_MAX == 1 || !can_reverse())
		return TERM_ASCII;
	return state.bars != SETTINGS_BARS_LINES && blocks_fit() ? TERM_BLOCKS : TERM_LINES;
}

const char *term_tier_words(enum term_tier tier)
{
	static const char *const words[] = {
		[TERM_ASCII] = N_("plain signs"), [TERM_LINES] = N_("reversed blanks and lines"), [TERM_BLOCKS] = N_("eighth blocks"),
	};
	return _(words[tier]);
}

// In UTF-8 curses draws lines as characters, and these may be two cells wide.
bool term_has_lines(void)
{
	bool fit = state.widths.blocks == 0 || state.widths.blocks == TERM_BLOCKS_CELLS;
	return term_tier() != TERM_ASCII && (!is_utf8() || (fit && !draws_wide()));
}

// ------------------------------------------------------------ question and answer

static void define_answers(int row)
{
	char bytes[16];
	for (int column = 2; column <= MOST_COLUMN; column++)
		define_key(text_format(bytes, sizeof bytes, "\033[%d;%dR", row, column), ANSWER(row, column));
}

void term_width_init(int bars)
{
	state.bars = bars;
	state.asked = state.waits = false;
	text_take_wide_ambiguous(draws_wide());
	define_answers(QUOTE_ROW);
	define_answers(BLOCKS_ROW);
}

static bool understands(void)
{
	const char *question = tigetstr("u7");
	return question != NULL && question != (char *)-1 && strcmp(question, "\033[6n") == 0;
}

static time_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

size_t term_width_ask(int rows, char *out, size_t cap)
{
	if (state.asked || rows < LEAST_ROWS || !is_utf8() || !understands())
		return 0;
	state.asked = state.waits = true;
	state.since = now();
	state.delay = get_escdelay();
	if (state.delay < TORN_DELAY)
		set_escdelay(TORN_DELAY);
	return strlen(text_format(out, cap, "\033[%d;1H“\033[6n\033[%d;1H█▊▏┃\033[6n", QUOTE_ROW, BLOCKS_ROW));
}

static void stop_waiting(void)
{
	state.waits = false;
	set_escdelay(state.delay);
}

bool term_width_pending(void)
{
	if (state.waits && now() > state.since + PATIENCE)
		stop_waiting();
	return state.waits;
}

static void take(int row, int cells)
{
	if (row == QUOTE_ROW)
		state.widths.quote = cells;
	else
		state.widths.blocks = cells;
	if (row == BLOCKS_ROW && state.waits)        // the last
		stop_waiting();
	text_take_wide_ambiguous(draws_wide());
}

enum term_width_news term_width_take(int code)
{
	enum term_tier before = term_tier();
	bool wide = draws_wide(), ruled = term_has_lines();
	take((code - TERM_ANSWER) / 16, (code - TERM_ANSWER) % 16 - 1);
	if (draws_wide() != wide || term_has_lines() != ruled)
		return TERM_WIDTH_OTHER;
	enum term_tier after = term_tier();
	return after == before ? TERM_WIDTH_SAME : after == TERM_BLOCKS ? TERM_WIDTH_FINER : TERM_WIDTH_OTHER;
}
