// SPDX-License-Identifier: MIT
// libxlsxwriter, found when a spreadsheet is written and not before: linked, it would bring libcrypto along to every start of the
// program, which costs more than the rest of the start. A desk without it is told what to install.
#ifndef EXCHANGE_XLSX_LIB_H
#define EXCHANGE_XLSX_LIB_H

#include <xlsxwriter.h>

#include "core/err.h"

#define XLSX_FUNCTIONS(X) \
	X(workbook_new_opt) X(workbook_close) X(workbook_add_worksheet) X(workbook_add_format) X(workbook_set_properties) \
	X(worksheet_write_string) X(worksheet_write_number) X(worksheet_write_blank) X(worksheet_write_comment_opt) \
	X(worksheet_set_column) X(worksheet_set_row) X(worksheet_freeze_panes) X(worksheet_autofilter) \
	X(worksheet_conditional_format_range) X(worksheet_set_landscape) X(worksheet_set_paper) X(worksheet_fit_to_pages) \
	X(worksheet_repeat_rows) X(worksheet_set_footer) X(worksheet_gridlines) X(worksheet_print_area) X(format_set_bold) X(format_set_num_format) \
	X(format_set_align) X(format_set_text_wrap) X(format_set_font_color) X(format_set_bg_color) X(format_set_bottom) \
	X(format_set_bottom_color) X(format_set_indent) X(format_set_font_size) X(format_set_font_name) X(lxw_strerror)

struct xlsx_lib {
	void *handle;
#define X(name) __typeof__(name) *name;
	XLSX_FUNCTIONS(X)
#undef X
};
must_check enum err xlsx_lib_open(struct xlsx_lib *lib);
void xlsx_lib_close(struct xlsx_lib *lib);

#endif
