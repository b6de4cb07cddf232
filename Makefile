# SPDX-License-Identifier: MIT
# duibiao. Targets: all run check setup install bench fuzz lint layers clean. VARIANT=release|debug|asan|cov
VARIANT ?= release
B := build/$(VARIANT)
.DEFAULT_GOAL := all
.NOTPARALLEL: setup run check
CC ?= gcc

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wformat=2 -Wundef -Wvla
HARDEN = -fPIE -fstack-protector-strong
OPT_release = -O2 -g -D_FORTIFY_SOURCE=2
OPT_debug = -Og -g3
OPT_asan = -O1 -g3 -fsanitize=address,undefined -fno-omit-frame-pointer
OPT_cov = -O0 -g3 --coverage
CURSES_FLAGS = $(filter-out -D_XOPEN_SOURCE=600,$(shell pkg-config --cflags ncursesw 2>/dev/null))
DEFS = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE
ALLFLAGS = -std=c11 $(WARN) $(HARDEN) $(OPT_$(VARIANT)) -I. -I$(B)/gen $(CURSES_FLAGS) $(DEFS) $(CFLAGS)
LINK = $(HARDEN) $(OPT_$(VARIANT)) -pie -Wl,-z,relro,-z,now $(LDFLAGS)
LIBS = -lncursesw -ltinfo -lsqlite3 -liniparser -lcsv -lnettle -lm

CORE := $(wildcard core/*.c)
WINGS := $(wildcard db/*.c config/*.c exchange/*.c tui/*.c)
CLI := $(filter-out cli/duibiao.c cli/duibiao-view.c,$(wildcard cli/*.c))
# What writes: no object of these is linked into duibiao-view.
WRITES := core/intake.c $(wildcard db/write_*.c db/db_write.c)
SHARED_OBJS := $(patsubst %.c,$(B)/%.o,$(CORE) $(WINGS))
TESTS := $(patsubst tests/%.c,$(B)/tests/%,$(wildcard tests/unit/test_*.c tests/storage/test_*.c tests/screen/test_*.c tests/fault/test_*.c))
TESTLIB := $(patsubst %.c,$(B)/%.o,$(filter-out $(wildcard tests/*/test_*.c),$(wildcard tests/unit/*.c tests/storage/*.c tests/screen/*.c tests/fault/*.c)))

all: $(B)/bin/duibiao
$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) -MMD -MP -c $< -o $@
$(B)/bin/duibiao: $(B)/cli/duibiao.o $(patsubst %.c,$(B)/%.o,$(CLI)) $(SHARED_OBJS)
	@mkdir -p $(@D)
	$(CC) $(LINK) $^ -o $@ $(LIBS)
$(B)/tests/%: $(B)/tests/%.o $(TESTLIB) $(SHARED_OBJS)
	$(CC) $(LINK) $^ -o $@ -lcmocka -lvterm $(LIBS)
check: $(TESTS)
	@for t in $(TESTS); do $$t || exit 1; done
clean:
	rm -rf build
.PHONY: all check clean
.SECONDARY:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
