# SPDX-License-Identifier: MIT
# duibiao. Targets: all setup run check matrix attacks readers keys paper-check install bench fuzz soak lint layers pictures po clean.
#
#   VARIANT=release|debug|asan|cov   each in its own folder build/VARIANT
#   CC=clang CFLAGS=... LDFLAGS=...  as usual; a change of flags rebuilds
#   PREFIX=/usr/local DESTDIR=...    for install
#   CI=true                          warnings are errors
#   V=1                              the commands as they are run
VARIANT ?= release
PREFIX ?= /usr/local
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
FUZZ_SECONDS ?= 60
B := build/$(VARIANT)
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SECONDARY:
ifeq ($(filter release debug asan cov,$(VARIANT)),)
$(error VARIANT=$(VARIANT): release, debug, asan or cov is expected)
endif
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(JOBS)
endif
ifeq ($(origin CC),default)
CC := gcc
endif

# A line a file; V=1 shows the commands.
quiet = $(if $(V),,@echo '  $(1)  $@';)

# ---- Flags
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wformat=2 -Wundef -Wvla \
	$(if $(filter true,$(CI)),-Werror)
HARDEN = -fPIE -fstack-protector-strong
OPT_release = -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
OPT_debug = -Og -g3
OPT_asan = -O1 -g3 -fsanitize=address,undefined -fno-omit-frame-pointer
OPT_cov = -O0 -g3 --coverage
# Asked at the first use, not when this file is read: in `make setup run` pkg-config is only there after setup. ncursesw.pc
# brings an older _XOPEN_SOURCE along.
CURSES_FLAGS = $(eval CURSES_FLAGS := $$(filter-out -D_XOPEN_SOURCE=600,$$(shell pkg-config --cflags ncursesw 2>/dev/null)))$(CURSES_FLAGS)
# The program finds libxlsxwriter when it writes a spreadsheet (exchange/xlsx_lib.h): the one whose header is here.
XLSX_SONAME = $(eval XLSX_SONAME := $$(shell objdump -p $$$$(gcc -print-file-name=libxlsxwriter.so) 2>/dev/null | \
	sed -n 's/^ *SONAME *//p'))$(XLSX_SONAME)
BASE_FLAGS = -std=c11 $(WARN) -I. -I$(MADE) $(CURSES_FLAGS) -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE
ALLFLAGS = $(BASE_FLAGS) $(HARDEN) $(OPT_$(VARIANT)) $(CPPFLAGS) $(CFLAGS)
LINK = $(HARDEN) $(OPT_$(VARIANT)) -pie -Wl,-z,relro,-z,now,-z,noexecstack $(LDFLAGS)
LIBS = -lncursesw -ltinfo -lsqlite3 -liniparser -lcsv -lnettle -lm

# ---- What there is
MADE := build/made
PINYIN := $(MADE)/core/pinyin_table.h
PROGRAMS := cli/duibiao.c cli/duibiao-view.c
SOURCES := $(wildcard core/*.c db/*.c config/*.c exchange/*.c tui/*.c plain/*.c) $(filter-out $(PROGRAMS),$(wildcard cli/*.c))
# What writes. duibiao-view is linked from an archive of all the rest, so a call of it is a link error there.
WRITES := $(wildcard core/intake*.c db/write*.c db/db_write.c db/publish*.c db/migrate.c db/verify*.c db/sql_embed.c)
EMBEDDING := $(shell grep -l incbin $(SOURCES))
TEST_SOURCES := $(wildcard tests/unit/test_*.c tests/storage/test_*.c tests/screen/test_*.c tests/fault/test_*.c)
TEST_HELPERS := $(filter-out $(TEST_SOURCES),$(wildcard tests/unit/*.c tests/storage/*.c tests/screen/*.c tests/fault/*.c))
HOUSE_TESTS := $(wildcard tests/house/*.sh)
FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))

objects = $(patsubst %.c,$(B)/%.o,$(1))
BINS := $(patsubst cli/%.c,$(B)/bin/%,$(PROGRAMS))
TESTS := $(patsubst %.c,$(B)/%,$(TEST_SOURCES))
CATALOGUE := $(B)/share/locale/zh_CN/LC_MESSAGES/duibiao.mo
MANUAL := $(B)/share/man/man1/duibiao.1
MESSAGES := $(B)/share/duibiao/locale/zh_CN/LC_MESSAGES/SYS_LC_MESSAGES

all: $(BINS) $(CATALOGUE) $(MESSAGES) $(MANUAL)

# ---- Build. With setup among the goals everything waits for it.
AFTER_SETUP := $(filter setup,$(MAKECMDGOALS))

# The flags and the sources of the last build; the time of these files moves only when they change.
$(B)/flags: STAMP = $(CC) $(ALLFLAGS) $(LINK)
$(B)/sources: STAMP = $(SOURCES) $(TEST_HELPERS)
$(B)/flags $(B)/sources: FORCE | $(AFTER_SETUP)
	@mkdir -p $(@D); echo '$(STAMP)' | cmp -s - $@ || echo '$(STAMP)' >$@

$(B)/%.o: %.c $(B)/flags
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALLFLAGS) $(EXTRA) -MMD -MP -c $< -o $@
$(B)/exchange/xlsx_lib.o build/fuzz/exchange/xlsx_lib.o: EXTRA = $(if $(XLSX_SONAME),-DXLSX_SONAME='"$(XLSX_SONAME)"')
$(call objects,$(EMBEDDING)): $(wildcard db/sql/*.sql config/*.ini config/*.csv exchange/*.css)


# Initials of Han characters, from Unicode's data as Debian packs it. The same for every variant.
$(PINYIN): core/pinyin.awk | $(AFTER_SETUP)
	@mkdir -p $(@D)
	@ls /usr/share/unicode/Unihan_Readings.txt.bz2 >/dev/null || { echo 'Debian: apt-get install unicode-data bzip2' >&2; exit 1; }
	$(call quiet,MAKE)bzip2 -dc /usr/share/unicode/Unihan_Readings.txt.bz2 | \
		grep -E '	k(Mandarin|HanyuPinlu|XHC1983|TGHZ2013|HanyuPinyin)	' | awk -f core/pinyin.awk >$@
$(B)/core/pinyin.o build/fuzz/core/pinyin.o: $(PINYIN)

$(B)/all.a: $(call objects,$(SOURCES))
$(B)/view.a: $(call objects,$(filter-out $(WRITES),$(SOURCES)))
$(B)/helpers.a: $(call objects,$(TEST_HELPERS))
$(B)/all.a $(B)/view.a $(B)/helpers.a: $(B)/sources
	@rm -f $@
	$(call quiet,AR)ar rcs $@ $(filter %.o,$^)
$(B)/bin/duibiao: $(B)/cli/duibiao.o $(B)/all.a
$(B)/bin/duibiao-view: $(B)/cli/duibiao-view.o $(B)/view.a
# The wall around the read-only program is nobody else's.
$(B)/bin/duibiao-view $(B)/tests/fault/test_sandbox: LIBS += -lseccomp
$(B)/bin/duibiao $(B)/bin/duibiao-view:
	@mkdir -p $(@D)
	$(call quiet,LINK)$(CC) $(LINK) $^ -o $@ $(LIBS)
$(B)/tests/%: $(B)/tests/%.o $(B)/helpers.a $(B)/all.a
	$(call quiet,LINK)$(CC) $(LINK) $^ -o $@ -lcmocka -lvterm $(LIBS)

# Chinese, beside bin/ as after install. Work under way may bring fragments along; `make po` folds them in.
$(CATALOGUE): $(wildcard po/zh_CN/*.po) po/zh_CN.po | $(AFTER_SETUP)
	@mkdir -p $(@D)
	msgcat --force-po --use-first -o $(B)/zh_CN.po $^
	msgfmt --check-format -o $@ $(B)/zh_CN.po
# localedef warns of each category that is not described, and ends with 1.
$(MESSAGES): po/messages.locale | $(AFTER_SETUP)
	@rm -rf $(B)/locale $(@D) && mkdir -p $(B)/locale $(@D)
	localedef -c --no-archive -i $< $(CURDIR)/$(B)/locale/zh_CN 2>/dev/null; cp $(B)/locale/zh_CN/LC_MESSAGES/SYS_LC_MESSAGES $@
$(MANUAL): $(B)/bin/duibiao $(CATALOGUE)
	@mkdir -p $(@D)
	$(call quiet,MAN)$< --man >$@.tmp && mv $@.tmp $@

po:
	sh po/fold

# ---- Setup: nothing is done when all is there. Only what the goals need: tests, fuzzing and lint have their own lists.
PACKAGES = gcc libc6-dev pkgconf libncurses-dev libsqlite3-dev libiniparser-dev libcsv-dev nettle-dev libxlsxwriter-dev libseccomp-dev gettext locales ncurses-term \
	unicode-data bzip2 \
	$(if $(filter check matrix fuzz lint bench soak,$(MAKECMDGOALS)),libcmocka-dev libvterm-dev universal-ctags mandoc unzip clang libclang-rt-dev) \
	$(if $(filter lint,$(MAKECMDGOALS)),clang-tidy cppcheck) \
	$(if $(filter paper-check,$(MAKECMDGOALS)),libcmocka-dev libvterm-dev libreoffice-calc chromium fonts-noto-cjk) \
	$(if $(filter bench,$(MAKECMDGOALS)),python3)
setup:
	@command -v dpkg-query >/dev/null || { echo 'setup knows Debian only. Install what corresponds to: $(PACKAGES)' >&2; exit 1; }; \
	missing=$$(for p in $(PACKAGES); do \
		case $$(dpkg-query -W -f='$${db:Status-Abbrev}' $$p 2>/dev/null) in ii*) ;; *) printf '%s ' $$p;; esac; done); \
	[ -n "$$missing" ] || { echo 'setup: every package is there.'; exit 0; }; \
	echo "setup: these packages are missing and will be installed with apt-get: $$missing"; \
	if [ "$$(id -u)" = 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; else \
		echo "setup: this needs root, and there is no sudo. Let an administrator run:" >&2; \
		echo "    apt-get install --no-install-recommends $$missing" >&2; exit 1; fi; \
	apt="$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 -qq"; \
	$$apt update </dev/null; \
	$$apt install -y --no-install-recommends $$missing </dev/null || { \
		echo "setup: the packages could not be installed. Once the reason above is mended, run it again, or:" >&2; \
		echo "    apt-get install --no-install-recommends $$missing" >&2; exit 1; }

run: all
	@$(B)/bin/duibiao

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/locale/zh_CN/LC_MESSAGES
	install -m 755 $(BINS) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(CATALOGUE) $(DESTDIR)$(PREFIX)/share/locale/zh_CN/LC_MESSAGES
	install -D -m 644 $(MESSAGES) $(DESTDIR)$(PREFIX)/share/duibiao/locale/zh_CN/LC_MESSAGES/SYS_LC_MESSAGES
	install -m 644 $(MANUAL) $(DESTDIR)$(PREFIX)/share/man/man1

# ---- Proof
# What the scripts of tests/house ask for.
RUNNER = VARIANT=$(VARIANT) JOBS=$(JOBS) CC='$(CC)' LINK='$(LINK)' LIBS='$(LIBS)' WRITES='$(WRITES)' sh tests/runner
check: all $(TESTS) $(addprefix build/fuzz/,$(FUZZ_TARGETS))
	@FUZZ_SECONDS=5 $(RUNNER) $(TESTS) $(HOUSE_TESTS) $(FUZZ_TARGETS)

# Every tier, locale, TERM, screen and size; check takes a sample of it.
matrix: all $(B)/tests/screen/test_matrix $(B)/tests/screen/test_matrix_view
	@MATRIX=whole TEST_SECONDS=7200 $(RUNNER) $(B)/tests/screen/test_matrix_view $(B)/tests/screen/test_matrix

# Every line of tests/attacks.tsv over a real sshd; check takes a sample of it.
attacks: all
	@ATTACKS=whole TEST_SECONDS=1800 $(RUNNER) tests/house/sshd.sh

# A hundred readers beside four desks; check has ten.
readers: all $(B)/tests/fault/test_readers
	@READERS=100 SOAK=60 $(RUNNER) $(B)/tests/fault/test_readers
	@grep readers: $(B)/log/fault.test_readers.log

# Paper in the programs that people open it with; check does it too where they are there.
paper-check: all $(B)/tests/storage/test_paper_office
	@for p in soffice chromium; do command -v $$p >/dev/null || { \
		echo "paper-check needs $$p. Debian: apt-get install libreoffice-calc chromium fonts-noto-cjk (or: make setup paper-check)" >&2; \
		exit 1; }; done
	@PAPER=must $(RUNNER) $(B)/tests/storage/test_paper_office

layers: $(call objects,$(wildcard core/*.c))
	@VARIANT=$(VARIANT) sh tests/house/layers.sh

# Fuzzing needs clang's libFuzzer, whatever CC is; objects of its own.
FUZZ_FLAGS = $(BASE_FLAGS) -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
FUZZ_SOURCES := $(wildcard core/*.c config/*.c exchange/*.c plain/line.c plain/question.c tui/keymap.c)
build/fuzz/%.o: %.c | $(AFTER_SETUP)
	@mkdir -p $(@D)
	$(call quiet,CC)clang $(FUZZ_FLAGS) $(EXTRA) -MMD -MP -c $< -o $@
build/fuzz/all.a: $(patsubst %.c,build/fuzz/%.o,$(FUZZ_SOURCES))
	@rm -f $@
	$(call quiet,AR)ar rcs $@ $^
build/fuzz/fuzz_%: build/fuzz/tests/fuzz/fuzz_%.o build/fuzz/all.a
	$(call quiet,CC)clang -fsanitize=fuzzer,address,undefined $^ -o $@ $(LIBS)
fuzz: $(addprefix build/fuzz/,$(FUZZ_TARGETS))
	@FUZZ_SECONDS=$(FUZZ_SECONDS) $(RUNNER) $(FUZZ_TARGETS)
	$(MAKE) VARIANT=asan keys

# Any bytes as keys to the screens that only read; with VARIANT=asan under the sanitizers.
keys: all $(B)/tests/fault/test_keys
	@SOAK=$(FUZZ_SECONDS) TEST_SECONDS=$$(($(FUZZ_SECONDS) + 240)) $(RUNNER) $(B)/tests/fault/test_keys

# All that is random, for as long as SOAK_SECONDS each: kills, storms, fuzzing.
SOAK_SECONDS ?= 600
soak: all $(TESTS) $(addprefix build/fuzz/,$(FUZZ_TARGETS))
	@FUZZ_SECONDS=$(SOAK_SECONDS) SOAK=$(SOAK_SECONDS) TEST_SECONDS=$$(($(SOAK_SECONDS) * 4)) $(RUNNER) \
		$(filter $(B)/tests/fault/%,$(TESTS)) $(FUZZ_TARGETS)

# TTYBENCH=path of a measuring program that drives a pty; without it only the roll-up is timed.
bench: all $(B)/tests/bench/generate $(B)/tests/bench/rollup $(B)/tests/bench/publish
	@VARIANT=$(VARIANT) TTYBENCH='$(TTYBENCH)' FLOORS='$(FLOORS)' sh tests/bench/run

# The pictures of the README, from the real screens.
$(B)/docs/picture: $(B)/docs/picture.o $(B)/helpers.a
	$(call quiet,LINK)$(CC) $(LINK) $^ -o $@ -lcmocka -lvterm $(LIBS)
pictures: all $(B)/docs/picture
	B=$(B) sh docs/pictures.sh

# cppcheck 2.10 does not come to an end with the macros of db/write_plan_rows.c; it takes buffers that a callee fills for
# uninitialised, and the ends of an embedded file for unrelated pointers.
LINTED := $(SOURCES) $(PROGRAMS)
lint: layers $(PINYIN) | $(AFTER_SETUP)
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --max-configs=1 --error-exitcode=1 -I. -I$(MADE) \
		--suppress=uninitvar --suppress=comparePointers $(filter-out db/write_plan_rows.c,$(LINTED))
	printf '%s\n' $(LINTED) | xargs -P $(JOBS) -n 4 sh -c 'clang-tidy --quiet "$$@" -- $(BASE_FLAGS) 2>/dev/null' -

clean:
	rm -rf build
help:
	@sed -n '2,9s/^# \{0,1\}//p' Makefile

FORCE:
.PHONY: all setup run install po check matrix attacks keys readers paper-check layers fuzz soak bench pictures lint clean help FORCE
-include $(shell find $(B) build/fuzz -name '*.d' 2>/dev/null)
