# SPDX-License-Identifier: MIT
# Chinese is complete: every message of the sources has a translation that is not fuzzy, with the same conversions.
. tests/house/tap
po=$B/po
mkdir -p "$po"

# missing CATALOGUE TEMPLATE: messages without a translation, and fuzzy ones.
missing() {
	msgmerge --quiet --no-fuzzy-matching -o "$po/merged.po" "$1" "$2" 2>&1
	msgattrib --untranslated --no-obsolete --no-wrap "$po/merged.po" | grep -v '^#[,|~]' | sed '1,/^$/d'
	msgattrib --only-fuzzy --no-obsolete --no-wrap "$po/merged.po" | sed '1,/^$/d' | sed 's/^msgid/fuzzy: &/'
}

verdict 'messages can be extracted' "$(sh po/extract "$po/sources.pot" 2>&1)"
verdict 'every message has its Chinese' "$(missing "$B/zh_CN.po" "$po/sources.pot")"
verdict 'conversions agree' "$(msgfmt --check-format -o /dev/null "$po/merged.po" 2>&1)"

printf 'const char *a = _("nobody has translated this"), *b = N_("%%d of it");\n' >"$po/control.c"
sh po/extract "$po/control.pot" "$po/control.c"
control 'a message without Chinese is seen' "$(missing "$B/zh_CN.po" "$po/control.pot")"
printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n#, fuzzy\nmsgid "nobody has translated this"\nmsgstr "x"\n\n#, c-format\nmsgid "%%d of it"\nmsgstr "%%s"\n' >"$po/control.po"
control 'a fuzzy message is seen' "$(missing "$po/control.po" "$po/control.pot" | grep fuzzy)"
control 'a wrong conversion is seen' "$(msgfmt --check-format -o /dev/null "$po/merged.po" 2>&1)"
finish
