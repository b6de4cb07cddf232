# SPDX-License-Identifier: MIT
# The walls between core, wings and roof: includes, and what core's objects import.
. tests/house/tap

# includes FOLDER...: file, what it includes.
includes() {
	(cd "$root" && grep -HoE '^#[ \t]*include[ \t]*[<"][^>"]+' "$@" 2>/dev/null) | sed -E 's/:#[ \t]*include[ \t]*/ /'
}
sources() {
	(cd "$root" && ls core/*.[ch] db/*.[ch] config/*.[ch] exchange/*.[ch] tui/*.[ch] plain/*.[ch] cli/*.[ch] 2>/dev/null)
}

# Every rule is a line of awk over "FILE <system.h" or "FILE \"ours.h".
crossings() {
	# shellcheck disable=SC2046
	includes $(sources) | awk '
	function wrong(why) { print $1 " includes " substr($2, 2) ": " why }
	{
		split($1, part, "/"); wing = part[1]; ours = substr($2, 1, 1) == "\""; name = substr($2, 2)
		split(name, target, "/"); to = target[1]
	}
	ours && wing == "core" && to != "core" { wrong("core includes only core") }
	ours && wing != "core" && wing != "cli" && to != "core" && to != wing { wrong("a wing knows core and itself") }
	name == "core/ledger.h" && $1 !~ "^(cli/|core/intake|core/ledger|db/write|db/db_write)" { wrong("only the desk writes") }
	!ours && name == "sqlite3.h" && wing != "db" { wrong("SQLite is in db/ only") }
	!ours && name ~ /curses|^term\.h|^panel\.h/ && wing != "tui" { wrong("curses is in tui/ only") }
	!ours && name ~ /iniparser|dictionary\.h/ && wing != "config" { wrong("iniparser is in config/ only") }
	!ours && name ~ /^(csv|xlsxwriter)\.h/ && wing != "exchange" { wrong("libcsv and libxlsxwriter are in exchange/ only") }
	!ours && name ~ /^nettle/ && $1 !~ "^core/change" { wrong("nettle is in core/change only") }
	!ours && wing == "core" && name ~ /^(fcntl|unistd|time|pwd|dirent|signal|sys\/.*)\.h/ { wrong("core has no file and no clock") }'
}

# Undefined names of core's objects that core does not define itself, fortified and C99/C23 variants under their plain name.
imports() {
	# shellcheck disable=SC2046
	set -- $(for c in core/*.c; do echo "$B/${c%.c}.o"; done)
	nm --defined-only "$@" | awk 'NF == 3 { print $3 }' | sort -u >"$B/core.defined"
	nm -u "$@" | awk '$1 == "U" { print $2 }' | grep -vE '^__(asan|ubsan|gcov|stack_chk|sanitizer)|^_GLOBAL_OFFSET_TABLE_$' |
		sed -E 's/^__isoc(99|23)_//; s/^__(.*)_chk$/\1/' | sort -u | comm -23 - "$B/core.defined"
}
allowed() {
	sed 's/#.*//' tests/core.allow | tr -s ' \t' '\n' | grep . | sort -u
}

# Which key does something is a screen's to say: other screens, --plain and the commands show the same sentence. Tables of keys
# and settings are about keys.
keys() {
	(cd "$root" && grep -nE '"[^"]*\b(F[0-9]+|Enter|Esc)\b[^"]*"' core/*.c core/*.def 2>/dev/null) | grep -vE '^core/(action|keys?|opts)\.'
}
keys_translated() {
	awk -v RS= '/\n#: core\/[a-z_.]+\n|^#: core\/[a-z_.]+\n/ && !/#: .*core\/(action|keys?|opts)\./' "$1" |
		grep -E '回车|按?[^A-Za-z]F[0-9]|Esc'
}

root=.
verdict 'no include crosses a wall' "$(crossings)"
verdict 'core names no key' "$(keys)"
verdict 'core names no key in Chinese' "$(keys_translated po/zh_CN.po)"
allowed >"$B/core.allowed"
imports >"$B/core.imports"
verdict "core imports what tests/core.allow names" "$(comm -23 "$B/core.imports" "$B/core.allowed" | sed 's/$/ is not in tests\/core.allow/')"

# Controls: each wall broken once in a tree of its own.
root=$B/layers.control
rm -rf "$root"
mkdir -p "$root/core" "$root/db" "$root/tui" "$root/config" "$root/plain"
for broken in 'core/a.c "db/db.h"' 'core/b.c <time.h>' 'db/c.c "tui/list.h"' 'tui/d.c <sqlite3.h>' 'db/e.c <curses.h>' \
	'tui/f.c "core/ledger.h"' 'db/g.h <iniparser.h>' 'config/h.c <csv.h>' 'db/i.c <nettle/sha2.h>' 'db/j.c <xlsxwriter.h>' 'plain/k.c "tui/list.h"'; do
	file=${broken%% *}
	echo "#include ${broken#* }" >"$root/$file"
	control "a crossing is seen: $file with ${broken#* }" "$(crossings | grep "^$file ")"
done
echo 'N_("Press F8.")' >"$root/core/k.def"
control 'a key named in core is seen' "$(keys)"
printf '#: core/k.def\nmsgid "a"\nmsgstr "请按F8"\n' >"$root/k.po"
control 'a key named in Chinese is seen' "$(keys_translated "$root/k.po")"
control 'an import outside the list is seen' "$(printf 'fopen\nmemcpy\n' | comm -23 - "$B/core.allowed")"
finish
