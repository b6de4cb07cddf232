// SPDX-License-Identifier: MIT
// See term.h. What curses does by itself is kept to drawing and terminfo: signals, waiting and writing are ours.
#include "tui/term.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "core/i18n.h"
#include "tui/term_copy.h"
#include "tui/term_info.h"
#include "tui/term_keys.h"
#include "tui/term_output.h"
#include "tui/term_paste.h"
#include "tui/term_signals.h"
#include "tui/term_width.h"
#include "tui/theme.h"

#define ESCAPE_DELAY 50          // ms in which the rest of a key's sequence must come
#define PASTE_PAUSE 1000         // ms after which a paste has no end any more
#define MOST_ROWS 500
#define MOST_COLS 1000

static struct {
	SCREEN *screen;
	WINDOW *keys;            // a pad: reading from it never draws
	int tty;                 // our own, non-blocking description of the terminal
	struct termios before, during;
	struct term_paste *pastes;
	char *copied;            // bytes that go out before the next picture; NULL none
	int rows, cols;
	bool gone, tells_all;
	bool changed;       // CHANGED: the widths, so that all has to be drawn otherwise
} term = {.tty = -1};

// ------------------------------------------------------------ what is shown

void term_update(void)
{
	char question[64];
	if (!term_is_open() || term.gone)
		return;
	term_output_begin();
	term_output_put(question, term_width_ask(term.rows, question, sizeof question));
	if (term.copied != NULL)
		term_output_put(term.copied, strlen(term.copied));
	free(term.copied);
	term.copied = NULL;
	wnoutrefresh(stdscr);
	doupdate();
	term_output_end(&term.gone);
}

bool term_takes_copies(void)
{
	return term_copy_known(getenv("TERM"));
}

bool term_copy(const char *text, size_t len)
{
	char *bytes = len <= TERM_COPY_MOST ? term_copy_bytes(text, len) : NULL;
	if (bytes == NULL)
		return false;
	free(term.copied);
	term.copied = bytes;
	return true;
}

void term_repaint(void)
{
	clearok(curscr, TRUE);
}

// ------------------------------------------------------------ size, stop and continue

static void measure(void)
{
	struct winsize size = {0};
	bool known = ioctl(term.tty, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
	term.rows = !known ? 24 : size.ws_row > MOST_ROWS ? MOST_ROWS : size.ws_row;
	term.cols = !known ? 80 : size.ws_col > MOST_COLS ? MOST_COLS : size.ws_col;
	resize_term(term.rows, term.cols);
	term_repaint();
}

// A paste comes between marks, if the terminal can; those that cannot let it pass. stdout must be ours.
static void mark_pastes(bool marked)
{
	fputs(marked ? "\033[?2004h" : "\033[?2004l", stdout);
	fflush(stdout);
}

static void hand_back(void)
{
	term_output_begin();
	mark_pastes(false);
	endwin();
	term_output_end(&term.gone);
	tcsetattr(term.tty, TCSANOW, &term.before);
}

static void go_on(void)
{
	tcsetattr(term.tty, TCSANOW, &term.during);
	term_output_begin();
	mark_pastes(true);
	term_output_end(&term.gone);
	measure();
}

static enum term_event handle_signals(void)
{
	if (term_signals_seen(TERM_END))         // left as seen: the last output must not wait for ever
		return TERM_GONE;
	unsigned seen = term_signals_take();
	if (seen & TERM_STOP) {
		hand_back();
		term_signals_stop();
	}
	if (seen & (TERM_STOP | TERM_CONTINUE))
		go_on();
	else
		measure();
	return TERM_RESIZED;
}

// ------------------------------------------------------------ waiting

static bool hung_up(int ready)
{
	int bytes = 0;
	if ((ready & (POLLERR | POLLHUP | POLLNVAL)) != 0)
		return true;
	return (ready & POLLIN) != 0 && (ioctl(term.tty, FIONREAD, &bytes) != 0 || bytes == 0);
}

// Like term_keys_next, but answers of the terminal are no keys.
static bool next_key(bool escaped, struct term_key *key)
{
	while (term_keys_next(term.keys, term.tty, escaped, key)) {
		if (!key->function || key->code < TERM_ANSWER || key->code >= TERM_ANSWER_END)
			return true;
		enum term_width_news news = term_width_take((int)key->code);
		term.changed = term.changed || news != TERM_WIDTH_SAME || term.tells_all;
		if (news == TERM_WIDTH_OTHER)
			term_repaint();
	}
	return false;
}

void term_tell_all(bool tell)
{
	term.tells_all = tell;
	term_keys_tell(tell);
}

static bool take_change(void)
{
	bool changed = term.changed;
	term.changed = false;
	return changed;
}

static bool wait_for_more(void)
{
	int ready = 0;
	while (ready == 0 && !term_signals_seen(TERM_END)) {
		struct pollfd fd = {.fd = term.tty, .events = POLLIN};
		int polled = term_signals_poll(&fd, PASTE_PAUSE);
		if (polled == 0)
			return false;
		ready = polled > 0 ? fd.revents : 0;
	}
	return (ready & POLLIN) != 0;
}

static void add_paste(struct term_paste *paste)
{
	struct term_paste **link = &term.pastes;
	while (*link != NULL)
		link = &(*link)->next;
	*link = paste;
}

bool term_key_waits(bool escaped, struct term_key *key)
{
	if (!next_key(escaped, key))
		return false;
	if (key->function && key->code == TERM_PASTED)
		add_paste(term_paste_read(term.tty, wait_for_more));
	return true;
}

struct term_paste *term_take_paste(void)
{
	struct term_paste *oldest = term.pastes;
	if (oldest != NULL)
		term.pastes = oldest->next;
	return oldest;
}

enum term_event term_wait(int timeout, bool escaped, struct term_key *key)
{
	for (;;) {
		if (term.gone)
			return TERM_GONE;
		if (term_signals_seen(~0u))
			return handle_signals();
		if (term_key_waits(escaped, key))
			return TERM_KEY;
		if (take_change())
			return TERM_RESIZED;
		int ready = term_signals_wait(term.tty, POLLIN, timeout);
		term.gone = hung_up(ready);
		if (ready == 0 && !term_signals_seen(~0u))
			return TERM_NOTHING;
	}
}

// ------------------------------------------------------------ opening and closing

// A description of our own: O_NONBLOCK on fd 1 would be shared with the shell that started us.
static enum err open_tty(void)
{
	const char *name = ttyname(STDOUT_FILENO);
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return err_set(
			ERR_IO, "%s", _("This needs a terminal; run it in one, or ask for figures with `duibiao report`."));
	term.tty = name == NULL ? -1 : open(name, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (term.tty < 0)
		term.tty = open("/dev/tty", O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (term.tty < 0)
		term.tty = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
	if (term.tty < 0 || !term_output_open(term.tty) || tcgetattr(term.tty, &term.before) != 0)
		return err_set(ERR_IO, _("The terminal cannot be used: %s"), strerror(errno));
	return ERR_OK;
}

static void set_modes(bool colours)
{
	raw();                   // Ctrl-C, Ctrl-S, Ctrl-Z, Ctrl-\ are keys like others
	noecho();
	nonl();
	typeahead(-1);
	if (getenv("ESCDELAY") == NULL)          // curses has read it: for links that tear sequences apart
		set_escdelay(ESCAPE_DELAY);
	leaveok(stdscr, FALSE);
	theme_init(colours);
	term.keys = newpad(1, 1);
	if (term.keys == NULL)
		return;
	term_output_begin();
	keypad(term.keys, TRUE);
	mark_pastes(true);
	term_output_end(&term.gone);
	wtimeout(term.keys, 0);
	term_keys_init();
	tcgetattr(term.tty, &term.during);
}

static enum err open_screen(const struct settings *settings)
{
	enum err err = open_tty();
	if (err == ERR_OK)
		err = term_info_check();
	if (err != ERR_OK)
		return err;
	term_signals_take_over();
	use_env(FALSE);
	use_tioctl(TRUE);        // else a terminfo without a size (TERM=linux) makes newterm fail
	term.screen = newterm(NULL, stdout, stdin);
	if (term.screen == NULL) {
		term_signals_give_back();
		return err_set(ERR_IO, "%s", _("The terminal cannot be used."));
	}
	const char *plain = getenv("NO_COLOR");
	set_modes((plain == NULL || plain[0] == '\0') && (settings == NULL || settings->colour != SETTINGS_COLOUR_NEVER));
	if (term.keys == NULL)
		return err_set(ERR_MEMORY, "%s", _("no memory"));
	term_width_init(settings == NULL ? SETTINGS_BARS_AUTO : settings->bars);
	measure();
	return ERR_OK;
}

enum err term_open(const struct settings *settings)
{
	term.gone = false;
	enum err err = open_screen(settings);
	if (err != ERR_OK)
		term_close();
	return err;
}

// An answer that comes after we have gone would stand in the shell as if it were typed.
static void await_answer(void)
{
	struct term_key key;
	int ready = POLLIN;
	while (ready != 0 && !term.gone && !term_signals_seen(TERM_END) && term_width_pending()) {
		ready = term_signals_wait(term.tty, POLLIN, TERM_LAST_WORDS);
		term.gone = hung_up(ready);
		while (term_key_waits(false, &key))
			continue;
	}
}

void term_close(void)
{
	if (term.screen != NULL) {
		await_answer();
		hand_back();
		if (term.keys != NULL)
			delwin(term.keys);
		delscreen(term.screen);
		term_signals_give_back();
	}
	term_output_close();
	if (term.tty >= 0)
		close(term.tty);
	while (term.pastes != NULL)
		free(term_take_paste());
	free(term.copied);
	term.copied = NULL;
	term.screen = NULL;
	term.keys = NULL;
	term.tty = -1;
}

bool term_is_open(void)
{
	return term.screen != NULL;
}

void term_size(int *rows, int *cols)
{
	*rows = term.rows;
	*cols = term.cols;
}
