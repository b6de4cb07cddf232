// SPDX-License-Identifier: MIT
// db/sql/NNN_*.sql as NUL-terminated text.
#ifndef DB_SQL_EMBED_H
#define DB_SQL_EMBED_H

extern const char db_sql_001[], db_sql_002[], db_sql_003[];

#endif
