# SPDX-License-Identifier: MIT
# Every header compiles alone, twice in one unit.
. tests/house/tap

alone() {
	printf '#include "%s"\n#include "%s"\n' "$1" "$1" |
		$2 -std=c11 -Wall -Wextra -Wpedantic -Werror -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -I. -fsyntax-only -x c - 2>&1 | head -n 5
}
for header in core/*.h db/*.h config/*.h exchange/*.h tui/*.h plain/*.h cli/*.h tests/*/*.h; do
	[ -f "$header" ] || continue
	verdict "$header" "$(alone "$header" "${CC:-gcc}")"
done
mkdir -p "$B"
echo 'size_t control(void);' >"$B/control.h"
control 'a header that lacks an include is seen' "$(alone "$B/control.h" "${CC:-gcc}")"
finish
