// SPDX-License-Identifier: MIT
// The schema as bytes of the program: a string literal of this length is not ISO C, and xxd is not on a bare system.
#include "db/sql_embed.h"

__asm__(
	".section .rodata\n"
	".global db_sql_001\n"
	"db_sql_001:\n"
	"	.incbin \"db/sql/001_first.sql\"\n"
	"	.byte 0\n"
	".global db_sql_002\n"
	"db_sql_002:\n"
	"	.incbin \"db/sql/002_reports.sql\"\n"
	"	.byte 0\n"
	".global db_sql_003\n"
	"db_sql_003:\n"
	"	.incbin \"db/sql/003_bulletin.sql\"\n"
	"	.byte 0\n"
	".text\n");
