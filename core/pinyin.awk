# SPDX-License-Identifier: MIT
# The table of core/pinyin.c, from the lines of Unihan_Readings.txt: data of Unicode, Inc. under the Unicode License, whose words
# are in /usr/share/doc/unicode-data/copyright where Debian has packed them.
#
# Readings of today's language: kMandarin first, whose first reading is the usual one, then two dictionaries and the counted
# words. kHanyuPinyin has readings of old books as well, which would make nearly everything match; it counts only where nothing
# else is known. Marks of tone stand on the vowels, and the few syllables that begin with such a letter are named below.
BEGIN {
	FS = "\t"
	letters = "abcdefghijklmnopqrstuvwxyz"
	digits = "0123456789ABCDEF"
	first = hex("3400"); last = hex("9FFF")
	split("ā a á a ǎ a à a ē e é e ě e è e ế e ề e ê e ō o ó o ǒ o ò o ń n ň n ǹ n ḿ m", marked, " ")
	for (i = 1; i in marked; i += 2)
		plain[marked[i]] = marked[i + 1]
}

function hex(text,    i, value) {
	for (i = 1; i <= length(text); i++)
		value = value * 16 + index(digits, substr(text, i, 1)) - 1
	return value
}

# By bytes or by characters, as awk counts.
function initial(reading,    len, begin) {
	if (index(letters, substr(reading, 1, 1)))
		return substr(reading, 1, 1)
	for (len = 1; len <= 5; len++)
		if (substr(reading, 1, len) in plain)
			return plain[substr(reading, 1, len)]
	return ""
}

function add(code, letter) {
	if (letter == "" || (code, letter) in has)
		return
	has[code, letter] = 1
	set[code] += 2 ^ (index(letters, letter) - 1)
	if (!(code in usual))
		usual[code] = index(letters, letter)
}

# "zhòng(1823) chóng(329)", "047.150:chóng 481.090:zhòng", "63680.020:zhòng,chóng"
function take(code, text,    words, i) {
	gsub(/[0-9.*]+(,[0-9.*]+)*:/, "", text)
	gsub(/,/, " ", text)
	split(text, words, " ")
	for (i = 1; i in words; i++)
		add(code, initial(words[i]))
}

{
	code = hex(substr($1, 3))
	if (length($1) != 6 || code < first || code > last)
		next
	if ($2 == "kMandarin")
		mandarin[code] = $3
	else if ($2 == "kHanyuPinyin")
		old[code] = $3
	else
		modern[code] = modern[code] " " $3
}

END {
	for (code = first; code <= last; code++) {
		take(code, mandarin[code])
		take(code, modern[code])
		if (!(code in set))
			take(code, old[code])
	}
	print "// Made by core/pinyin.awk."
	printf "#define PINYIN_FIRST 0x%X\n", first
	print "static const unsigned char pinyin_of[] = {"
	for (code = first; code <= last; code++) {
		key = (set[code] + 0) "u | " (usual[code] + 0) "u << 26"
		if (!(key in number)) {
			number[key] = sets
			keys[sets++] = key
		}
		printf "%d,%s", number[key], code % 32 == 31 ? "\n" : ""
	}
	print "};\nstatic const unsigned pinyin_sets[] = {"
	for (i = 0; i < sets; i++)
		print "\t" keys[i] ","
	print "};"
	if (sets > 256) {
		print "core/pinyin.awk: more kinds of readings than a byte counts" >"/dev/stderr"
		exit 1
	}
}
