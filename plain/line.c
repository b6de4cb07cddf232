// SPDX-License-Identifier: MIT
// See line.h.
#include "plain/line.h"

#include <stdlib.h>
#include <string.h>

#include "core/i18n.h"
#include "core/text.h"

#define CELLS 1000                       // of a piece of a long text: it leaves whole lines to whoever reads

// ------------------------------------------------------------ out

static void put(struct plain *p, const char *text, bool line)
{
	char clean[PLAIN_TEXT];
	if (p->over)
		return;
	fputs(text_quote(text, PLAIN_TEXT, clean, sizeof clean), p->out);
	if (line)
		fputc('\n', p->out);
	p->over = p->over || ferror(p->out) != 0;
}

void plain_say(struct plain *p, const char *format, ...)
{
	char text[PLAIN_TEXT];
	va_list args;
	va_start(args, format);
	text_vformat(text, sizeof text, format, args);
	va_end(args);
	put(p, text, true);
}

static void say_piece(const char *line, size_t len, void *ctx)
{
	char text[PLAIN_TEXT];
	text_format(text, sizeof text, "%.*s", (int)len, line);
	put(ctx, text, true);
}

void plain_say_text(struct plain *p, const char *text)
{
	if (text[0] != '\0')
		text_wrap(text, CELLS, say_piece, p);
}

bool plain_failed(struct plain *p, enum err err)
{
	if (err != ERR_OK)
		plain_say(p, "%s", err_message());
	return err != ERR_OK;
}

// ------------------------------------------------------------ in

enum read { READ_LINE, READ_UNREADABLE, READ_END };

// What comes after nobody has answered for so long is the end.
static int read_byte(struct plain *p)
{
	p->idled = p->wait != NULL && !p->wait(p->in, p->idle);
	return p->idled ? EOF : getc(p->in);
}

// One line; a NUL stands as a control character, which no answer may hold. A line without its end is not taken: a figure that
// was cut off is another figure.
static enum read read_bytes(struct plain *p, char *out)
{
	size_t len = 0;
	bool whole = true;
	int c;
	while ((c = read_byte(p)) != EOF && c != '\n') {
		if (len + 1 < PLAIN_LINE)
			out[len++] = c == '\0' ? '\001' : (char)c;
		else
			whole = false;
	}
	if (c == EOF)
		return READ_END;
	len -= len > 0 && out[len - 1] == '\r';
	out[len] = '\0';
	return whole ? READ_LINE : READ_UNREADABLE;
}

static bool convert(const struct plain *p, char *out)
{
	char *converted = p->to_utf8 != NULL ? p->to_utf8(out) : NULL;
	bool fits = converted == NULL || strlen(converted) < PLAIN_LINE;
	if (converted != NULL && fits)
		text_format(out, PLAIN_LINE, "%s", converted);
	free(converted);
	return fits;
}

static const char *skip_blanks(const char *text)
{
	uint32_t code;
	for (size_t len; (len = text_next(text, &code)) != 0 && (code == ' ' || code == '\t' || code == 0x3000);)
		text += len;
	return text;
}

static void trim(char *text)
{
	const char *begin = skip_blanks(text);
	memmove(text, begin, strlen(begin) + 1);
	size_t end = 0;
	uint32_t code;
	for (size_t at = 0, len; (len = text_next(text + at, &code)) != 0; at += len)
		if (code != ' ' && code != '\t' && code != 0x3000)
			end = at + len;
	text[end] = '\0';
}

static enum read read_line(struct plain *p, char *out)
{
	enum read read = p->over ? READ_END : read_bytes(p, out);
	if (read != READ_LINE)
		return read;
	if (!convert(p, out))
		return READ_UNREADABLE;
	trim(out);
	return text_has_controls(out) ? READ_UNREADABLE : READ_LINE;
}

void plain_say_end(struct plain *p)
{
	if (p->suppose.len > 0)
		plain_say(p, "%s", _("All that was supposed is dropped."));
	plain_say(p, "%s", p->desk != NULL ? _("All that was entered is saved. Ended.") : _("Ended."));
}

static void end(struct plain *p, bool asked)
{
	if (p->over)
		return;
	if (!asked)
		fputc('\n', p->out);
	if (p->idled)
		plain_say(p, "%s", _("No key was pressed for so long that this session has ended."));
	plain_say_end(p);
	p->over = true;
}

enum sign { SIGN_NONE, SIGN_BACK, SIGN_QUIT, SIGN_HELP };

static enum sign sign_of(const char *typed)
{
	static const struct { const char *text; enum sign sign; } signs[] = {
		{".", SIGN_BACK}, {"。", SIGN_BACK}, {"q", SIGN_QUIT}, {"Q", SIGN_QUIT}, {"?", SIGN_HELP}};
	char half[PLAIN_LINE];
	text_format(half, sizeof half, "%s", typed);
	text_halve(half);
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strcmp(half, signs[i].text) == 0)
			return signs[i].sign;
	return SIGN_NONE;
}

// True: answered. False: asked again.
static bool take(struct plain *p, const char *help, enum read read, const char *typed, enum plain_answer *answer)
{
	enum sign sign = read == READ_LINE ? sign_of(typed) : SIGN_NONE;
	*answer = PLAIN_BACK;
	if (read == READ_END || sign == SIGN_QUIT) {
		end(p, sign == SIGN_QUIT);
		return true;
	}
	if (read == READ_UNREADABLE)
		plain_say(p, "%s", _("This line is too long or holds characters that are no text; type it again."));
	else if (sign == SIGN_HELP)
		plain_say(p, "%s %s", help, _("? this help, . back, q ends."));
	else
		*answer = sign == SIGN_BACK ? PLAIN_BACK : typed[0] == '\0' ? PLAIN_EMPTY : PLAIN_GIVEN;
	return read == READ_LINE && sign != SIGN_HELP;
}

enum plain_answer plain_ask(struct plain *p, const char *prompt, const char *help, char out[PLAIN_LINE])
{
	enum plain_answer answer = PLAIN_BACK;
	for (bool answered = p->over; !answered;) {
		put(p, prompt, false);
		fputs(": ", p->out);
		p->over = p->over || fflush(p->out) != 0;
		enum read read = read_line(p, out);
		if (p->echo && read != READ_END)
			put(p, read == READ_LINE ? out : "", true);
		answered = take(p, help, read, out, &answer);
	}
	return answer;
}

bool plain_ask_text(struct plain *p, const char *prompt, const char *help, char *out, size_t cap)
{
	char typed[PLAIN_LINE], asked[PLAIN_TEXT];
	if (out[0] != '\0')
		text_format(asked, sizeof asked, _("%s (now: %s; Enter keeps it, - empties it)"), prompt, out);
	else
		text_format(asked, sizeof asked, "%s", prompt);
	for (;;) {
		enum plain_answer answer = plain_ask(p, asked, help, typed);
		if (answer != PLAIN_GIVEN)
			return answer == PLAIN_EMPTY;
		if (strlen(typed) < cap)
			break;
		plain_say(p, "%s", _("This line is too long or holds characters that are no text; type it again."));
	}
	text_format(out, cap, "%s", strcmp(typed, "-") == 0 ? "" : typed);
	return true;
}

int plain_number(const char *text, int most)
{
	char half[PLAIN_LINE];
	int number = 0;
	text_format(half, sizeof half, "%s", text);
	text_halve(half);
	for (const char *at = half; *at != '\0'; at++) {
		if (*at < '0' || *at > '9' || number > most)
			return -1;
		number = 10 * number + (*at - '0');
	}
	return half[0] != '\0' && number <= most ? number : -1;
}
