// SPDX-License-Identifier: MIT
// See term_keys.h.
#include "tui/term_keys.h"

#include <string.h>
#include <sys/ioctl.h>
#include <wchar.h>

#define ESCAPE 27
#define PAD_BASE 0x2000          // codes of our own for keys of a number pad: PAD_BASE + the character they mean

static char unknown[32];         // the last sequence that is no key, without its Esc
static bool telling;             // such a sequence is handed over, as TERM_UNKNOWN
static mbstate_t partial;        // of a character whose last bytes have not come yet

// What PuTTY and others send beside what their terminfo says, whatever TERM claims: the keys of VT220 and the function keys of
// PuTTY's modes "ESC[n~", "Linux", "Xterm R6" and "VT100+"; cursor keys of the mode that smkx leaves; the number pad, which
// smkx turns from digits into sequences.
static const struct {
	const char *bytes;
	int code;
} more_keys[] = {
	{"\033[1~", KEY_HOME},
	{"\033[4~", KEY_END},
	{"\033[11~", KEY_F(1)},
	{"\033[12~", KEY_F(2)},
	{"\033[13~", KEY_F(3)},
	{"\033[14~", KEY_F(4)},
	{"\033[15~", KEY_F(5)},
	{"\033[17~", KEY_F(6)},
	{"\033[18~", KEY_F(7)},
	{"\033[19~", KEY_F(8)},
	{"\033[20~", KEY_F(9)},
	{"\033[21~", KEY_F(10)},
	{"\033[23~", KEY_F(11)},
	{"\033[24~", KEY_F(12)},
	{"\033[[A", KEY_F(1)},
	{"\033[[B", KEY_F(2)},
	{"\033[[C", KEY_F(3)},
	{"\033[[D", KEY_F(4)},
	{"\033[[E", KEY_F(5)},
	{"\033OT", KEY_F(5)},
	{"\033OU", KEY_F(6)},
	{"\033OV", KEY_F(7)},
	{"\033OW", KEY_F(8)},
	{"\033OX", KEY_F(9)},
	{"\033OY", KEY_F(10)},
	{"\033OZ", KEY_F(11)},
	{"\033O[", KEY_F(12)},
	{"\033[2~", KEY_IC},
	{"\033[3~", KEY_DC},
	{"\033[5~", KEY_PPAGE},
	{"\033[6~", KEY_NPAGE},
	{"\033[7~", KEY_HOME},
	{"\033[8~", KEY_END},
	{"\033[Z", KEY_BTAB},
	{"\033[A", KEY_UP},
	{"\033[B", KEY_DOWN},
	{"\033[C", KEY_RIGHT},
	{"\033[D", KEY_LEFT},
	{"\033[H", KEY_HOME},
	{"\033[F", KEY_END},
	{"\033OA", KEY_UP},
	{"\033OB", KEY_DOWN},
	{"\033OC", KEY_RIGHT},
	{"\033OD", KEY_LEFT},
	{"\033OH", KEY_HOME},
	{"\033OF", KEY_END},
	{"\033OP", KEY_F(1)},
	{"\033OQ", KEY_F(2)},
	{"\033OR", KEY_F(3)},
	{"\033OS", KEY_F(4)},
	{"\033Op", PAD_BASE + '0'},
	{"\033Oq", PAD_BASE + '1'},
	{"\033Or", PAD_BASE + '2'},
	{"\033Os", PAD_BASE + '3'},
	{"\033Ot", PAD_BASE + '4'},
	{"\033Ou", PAD_BASE + '5'},
	{"\033Ov", PAD_BASE + '6'},
	{"\033Ow", PAD_BASE + '7'},
	{"\033Ox", PAD_BASE + '8'},
	{"\033Oy", PAD_BASE + '9'},
	{"\033On", PAD_BASE + '.'},
	{"\033Om", PAD_BASE + '-'},
	{"\033Oj", PAD_BASE + '*'},
	{"\033Ok", PAD_BASE + '+'},
	{"\033Oo", PAD_BASE + '/'},
	{"\033OM", KEY_ENTER},
	{"\033[200~", TERM_PASTED},
};

void term_keys_init(void)
{
	for (size_t i = 0; i < sizeof more_keys / sizeof more_keys[0]; i++)
		define_key(more_keys[i].bytes, more_keys[i].code);
	memset(&partial, 0, sizeof partial);
}

// The rest of a sequence that begins with Esc and INTRODUCER. What cannot belong to one is left for later.
static void skip_sequence(WINDOW *window, int introducer)
{
	size_t len = 0;
	int c = introducer;
	do {
		if (len + 2 < sizeof unknown)
			unknown[len++] = (char)c;
		c = wgetch(window);
	} while (c >= ' ' && c <= '?');
	if (c >= '@' && c <= '~')
		unknown[len++] = (char)c;
	else if (c != ERR)
		ungetch(c);
	unknown[len] = '\0';
}

void term_keys_tell(bool tell)
{
	telling = tell;
}

const char *term_unknown(void)
{
	return unknown;
}

// Esc was read; ESCAPED: a digit that came with it makes a function key of the two. True: it and what followed are one key, or
// nothing at all. That something follows is asked of the terminal now and not before Esc was read: the rest of a sequence
// may have come in between, and Esc by itself leaves a screen.
static bool read_escaped(WINDOW *window, bool escaped, struct term_key *key, bool *is_key)
{
	int c = wgetch(window);
	*is_key = escaped && c >= '0' && c <= '9';
	if (*is_key) {
		*key = (struct term_key){true, (wint_t)KEY_F(c == '0' ? 10 : c - '0')};
		return true;
	}
	if (c == '[' || c == 'O') {              // a key that nobody knows: none of its bytes may act
		skip_sequence(window, c);
		*key = (struct term_key){true, TERM_UNKNOWN};
		*is_key = telling;
		return true;
	}
	if (c != ERR)
		ungetch(c);
	return false;
}

static bool decode(int byte, wint_t *out)
{
	char c = (char)byte;
	wchar_t wide;
	size_t used = mbrtowc(&wide, &c, 1, &partial);
	if (used == (size_t)-1) {                // broken: begin again with this byte
		memset(&partial, 0, sizeof partial);
		used = mbrtowc(&wide, &c, 1, &partial);
	}
	if (used == (size_t)-1)
		memset(&partial, 0, sizeof partial);
	if (used == (size_t)-1 || used == (size_t)-2)
		return false;
	*out = (wint_t)wide;
	return true;
}

static bool function_key(int c, struct term_key *key)
{
	if (c > PAD_BASE && c < PAD_BASE + 0x80)
		*key = (struct term_key){false, (wint_t)(c - PAD_BASE)};
	else
		*key = (struct term_key){true, (wint_t)c};
	return c != KEY_RESIZE;
}

bool term_keys_next(WINDOW *window, int tty, bool escaped, struct term_key *key)
{
	for (;;) {
		int waiting = 0;
		bool is_key = false;
		ioctl(tty, FIONREAD, &waiting);
		int c = wgetch(window);
		if (c == ERR)
			return false;
		if (c >= KEY_MIN && function_key(c, key))
			return true;
		if (c >= KEY_MIN)
			continue;
		if (c == ESCAPE && read_escaped(window, escaped && waiting >= 2, key, &is_key)) {
			if (is_key)
				return true;
			continue;
		}
		*key = (struct term_key){false, 0};
		if (decode(c, &key->code))
			return true;
	}
}
