// SPDX-License-Identifier: MIT
// What the files of the harness share; tests include harness.h.
#ifndef TESTS_SCREEN_HARNESS_STATE_H
#define TESTS_SCREEN_HARNESS_STATE_H

#include <vterm.h>

#include "tests/screen/harness.h"

struct harness {
	pid_t pid;
	int fd;                        // of the terminal's side; -1 once it has ended
	int status;                    // of waitpid, when ENDED
	bool ended, own_folder, cursor_visible;
	int rows, cols;
	char *folder;
	struct harness_charset *charset;   // NULL: UTF-8, as libvterm draws it
	VTerm *vt;
	VTermScreen *screen;
	char *output;
	size_t output_len, output_cap;
	char row_text[8192];
};

// The screen alone, of a terminal whose other end is FD.
struct harness *harness_of_terminal(int fd, int rows, int cols);
// What came from the program, onto the screen.
void harness_charset_show(struct harness *h, const char *bytes, size_t len);
void harness_charset_free(struct harness_charset *charset);
size_t harness_put_utf8(char *out, uint32_t c);

#endif
