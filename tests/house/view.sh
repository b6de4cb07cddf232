# SPDX-License-Identifier: MIT
# duibiao-view cannot write: four proofs, each beside a control that shows it could fail.
# From make: CC, LINK, LIBS, and WRITES, the sources whose objects duibiao-view must not hold.
. tests/house/tap
view=$B/bin/duibiao-view desk=$B/bin/duibiao out=$B/view
mkdir -p "$out"

verdict 'both programs are there' "$(ls "$view" "$desk" 2>&1 >"$out/ls")"
written=$(for c in $WRITES; do echo "$B/${c%.c}.o"; done)

# links ARCHIVE: what the linker says of a program that calls the ledger.
printf '#include "core/ledger.h"\nint main(void) { ledger_rollback(NULL); return 0; }\n' >"$out/call.c"
links() {
	# shellcheck disable=SC2086
	${CC:-gcc} -std=c11 -I. -D_XOPEN_SOURCE=700 -w $LINK "$out/call.c" "$1" -o "$out/call" $LIBS 2>&1
}
said=$(links "$B/view.a")
verdict 'a call of the ledger is a link error' "$(echo "$said" | grep -q "undefined reference to .ledger_" || echo "it linked, or failed for another reason: $said")"
verdict 'control: with the desk program it links' "$(links "$B/all.a")"

globals() {
	nm --defined-only -g "$@" | awk 'NF == 3 && $2 ~ /^[A-Z]$/ { print $3 }' | sort -u
}
# shellcheck disable=SC2086
globals $written >"$out/written"
verdict 'no global of a writing object is in it' "$(globals "$view" | comm -12 - "$out/written")"
control 'such globals are in the desk program' "$(globals "$desk" | comm -12 - "$out/written")"

imports() {
	nm -D -u "$1" | awk '{ print $NF }' | sed -E 's/@.*//; s/^__isoc(99|23)_//; s/^__(.*)_chk$/\1/' | sort -u
}
sed 's/#.*//' tests/view.allow | tr -s ' \t' '\n' | grep . | sort -u >"$out/allowed"
if [ "${VARIANT:-release}" = release ]; then
	verdict 'it imports what tests/view.allow names' "$(imports "$view" | comm -23 - "$out/allowed" | sed 's/$/ is not in tests\/view.allow/')"
	control 'the desk program imports more' "$(imports "$desk" | comm -23 - "$out/allowed")"
else
	skip 'it imports what tests/view.allow names' 'the release variant only'
fi

needed() {
	objdump -p "$@" | awk '$1 == "NEEDED" { print $2 }'
}
verdict 'no program is linked with libxlsxwriter' "$(needed "$view" "$desk" | grep -E 'xlsxwriter|minizip|crypto')"
control 'what they are linked with is seen' "$(needed "$view" "$desk" | grep sqlite)"

writing_sql() {
	strings -n 6 "$1" | grep -E '\b(INSERT (OR|INTO)|UPDATE [a-z_]+ SET|DELETE FROM|REPLACE INTO|(CREATE|DROP|ALTER) (TABLE|INDEX|TRIGGER|VIEW|UNIQUE|TEMP)|VACUUM|REINDEX|BEGIN (IMMEDIATE|EXCLUSIVE))'
}
verdict 'no writing SQL stands among its strings' "$(writing_sql "$view" | head -n 5)"
control 'it stands among those of the desk program' "$(writing_sql "$desk" | head -n 5)"
finish
