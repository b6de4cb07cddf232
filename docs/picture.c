// SPDX-License-Identifier: MIT
// picture OUT.svg COLSxROWS FILE STEP...: the real program on FILE, and its screen as a picture.
//
// A step is keys:NAMES (tests/screen/harness.h) or wait:TEXT. The picture is drawn from the cells that libvterm holds, so it
// is the same on every machine: each character at its cell, blocks and lines as rectangles, no font needed for them.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "tests/screen/harness.h"

#define SETTLED_MS 300         // a picture, unlike a test, may wait for silence
#define CELL_WIDTH 9
#define CELL_HEIGHT 19
#define FONT_SIZE 15
#define BASELINE 14
#define PAPER 0x1c1c1c
#define INK 0xd7d7d7

static unsigned indexed(int index)
{
	static const unsigned basic[16] = {0x1c1c1c, 0xd7524f, 0x5faf5f, 0xc9a227, 0x5f87d7, 0xaf5faf, 0x5fafaf, 0xd7d7d7, 0x767676,
		0xff6f6b, 0x87d787, 0xffd75f, 0x87afff, 0xd787d7, 0x87d7d7, 0xffffff};
	static const unsigned levels[6] = {0, 95, 135, 175, 215, 255};
	if (index < 16)
		return basic[index];
	if (index >= 232)
		return (unsigned)(8 + (index - 232) * 10) * 0x10101;
	index -= 16;
	return levels[index / 36] << 16 | levels[index / 6 % 6] << 8 | levels[index % 6];
}

struct ink { unsigned front, back; };
static struct ink ink_of(const struct harness_cell *cell)
{
	struct ink ink = {cell->fg < 0 ? INK : indexed(cell->fg), cell->bg < 0 ? PAPER : indexed(cell->bg)};
	if (cell->reverse)
		return (struct ink){ink.back, ink.front};
	return ink;
}

static void rectangle(FILE *out, double x, double y, double width, double height, unsigned colour)
{
	fprintf(out, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" fill=\"#%06x\"/>\n", x, y, width, height, colour);
}

// Characters that must meet their neighbours, in eighths of the cell from its left and top.
static const struct { const char *text; int left, top, width, height; } shapes[] = {
	{"█", 0, 0, 8, 8}, {"▉", 0, 0, 7, 8}, {"▊", 0, 0, 6, 8}, {"▋", 0, 0, 5, 8}, {"▌", 0, 0, 4, 8}, {"▍", 0, 0, 3, 8},
	{"▎", 0, 0, 2, 8}, {"▏", 0, 0, 1, 8}, {"┃", 3, 0, 2, 8}, {"│", 3, 0, 1, 8}, {"─", 0, 3, 8, 1}, {"━", 0, 3, 8, 2},
};

static int draw_shape(FILE *out, const char *text, double x, double y, unsigned colour)
{
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
		if (strcmp(shapes[i].text, text) != 0)
			continue;
		double across = CELL_WIDTH / 8.0, down = CELL_HEIGHT / 8.0;
		rectangle(out, x + shapes[i].left * across, y + shapes[i].top * down, shapes[i].width * across, shapes[i].height * down, colour);
		return 1;
	}
	return 0;
}

static const char *escaped(const char *text)
{
	static const char *const marks[][2] = {{"<", "&lt;"}, {">", "&gt;"}, {"&", "&amp;"}, {"\"", "&quot;"}};
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strcmp(text, marks[i][0]) == 0)
			return marks[i][1];
	return text;
}

static void draw_cell(FILE *out, const struct harness_cell *cell, int row, int col)
{
	double x = col * CELL_WIDTH, y = row * CELL_HEIGHT, width = CELL_WIDTH * (cell->width > 1 ? 2 : 1);
	struct ink ink = ink_of(cell);
	if (ink.back != PAPER)
		rectangle(out, x, y, width, CELL_HEIGHT, ink.back);
	if (cell->underline)
		rectangle(out, x, y + BASELINE + 2, width, 1, ink.front);
	if (cell->text[0] == '\0' || strcmp(cell->text, " ") == 0 || draw_shape(out, cell->text, x, y, ink.front))
		return;
	fprintf(out, "<text x=\"%g\" y=\"%g\" fill=\"#%06x\"%s>%s</text>\n", x + (cell->width > 1 ? (width - FONT_SIZE) / 2 : 0),
		y + BASELINE, ink.front, cell->bold ? " font-weight=\"bold\"" : "", escaped(cell->text));
}

static void draw(struct harness *h, FILE *out)
{
	int width = harness_cols(h) * CELL_WIDTH, height = harness_rows(h) * CELL_HEIGHT, row, col;
	bool visible;
	fprintf(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"-6 -6 %d %d\" font-size=\"%d\" "
		"font-family=\"DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK SC, monospace\">\n", width + 12, height + 12, width + 12,
		height + 12, FONT_SIZE);
	rectangle(out, -6, -6, width + 12, height + 12, PAPER);
	for (row = 0; row < harness_rows(h); row++) {
		for (col = 0; col < harness_cols(h);) {
			struct harness_cell cell = harness_cell(h, row, col);
			draw_cell(out, &cell, row, col);
			col += cell.width > 1 ? 2 : 1;
		}
	}
	harness_cursor(h, &row, &col, &visible);
	if (visible)
		rectangle(out, col * CELL_WIDTH, row * CELL_HEIGHT + BASELINE + 3, CELL_WIDTH, 2, INK);
	fprintf(out, "</svg>\n");
}

static void step(struct harness *h, const char *what)
{
	if (strncmp(what, "keys:", 5) == 0)
		harness_send(h, what + 5);
	else if (strncmp(what, "wait:", 5) == 0)
		harness_wait(h, what + 5);
	else
		fprintf(stderr, "picture: %s is neither keys: nor wait:\n", what);
}

int main(int argc, char **argv)
{
	int rows = 0, cols = 0;
	const char *program = getenv("DUIBIAO");
	if (argc < 4 || sscanf(argv[2], "%dx%d", &cols, &rows) != 2) {
		fprintf(stderr, "picture OUT.svg COLSxROWS FILE STEP...\n");
		return 2;
	}
	const char *const command[] = {program != NULL ? program : "build/release/bin/duibiao", argv[3], NULL};
	struct harness *h = harness_start(command, rows, cols);
	for (int i = 4; i < argc; i++)
		step(h, argv[i]);
	while (harness_read(h, SETTLED_MS))
		;
	FILE *out = fopen(argv[1], "w");
	if (out == NULL) {
		perror(argv[1]);
		return 3;
	}
	draw(h, out);
	harness_stop(h);
	return fclose(out) == 0 ? 0 : 3;
}
