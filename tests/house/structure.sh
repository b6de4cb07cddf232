# SPDX-License-Identifier: MIT
# The shape of the tree: docs/architecture.md against the files, licence lines, lengths of functions and lines, words that
# have no place here.
. tests/house/tap
LC_ALL=C.UTF-8
export LC_ALL

files() {
	git ls-files 2>/dev/null | grep . || find . -type f -not -path './.git/*' -not -path './build/*' | sed 's|^\./||'
}
sources() {
	files | grep -E '\.(c|h|def)$'
}

# One line a file: "- `path` what it is"; corpora and stored samples stand as their folder, with a closing slash.
described() {
	sed -nE 's/^- `([^`]+)` .+/\1/p' docs/architecture.md
}
documented() {
	described | sort >"$B/files.described"
	files | sort | comm -23 - "$B/files.described" | awk '
	FILENAME != "-" { if (/\/$/) folder[$0]; next }
	{
		for (f in folder)
			if (index($0, f) == 1)
				next
		print $0 " has no line in docs/architecture.md"
	}' "$B/files.described" -
}
gone() {
	described | while read -r file; do
		[ -e "$file" ] || echo "docs/architecture.md describes $file, which is not there"
	done
	described | sort | uniq -d | sed 's/^/described twice: /'
}

licensed() {
	sources | xargs awk 'FNR == 1 && !/SPDX-License-Identifier: MIT/ { print FILENAME ": the first line is no SPDX line" }'
}
long_lines() {
	sources | xargs awk '{
		gsub(/\t/, "        ")
		gsub(/[\200-\277]/, "")
	}
	length($0) > 160 { print FILENAME ":" FNR ": over 160 columns" }'
}

# FILE LINES NAME of every function.
functions() {
	ctags --languages=C --langmap=C:.c --kinds-C=f --fields=+ne --sort=no -f - "$@" 2>/dev/null | awk -F '\t' '
	{
		first = last = 0
		for (i = 4; i <= NF; i++) {
			if ($i ~ /^line:/) first = substr($i, 6)
			if ($i ~ /^end:/) last = substr($i, 5)
		}
		if (last) print $2, last - first + 1, $1
	}'
}
lengths() {
	# shellcheck disable=SC2046
	functions $(files | grep -E '^(core|db|config|exchange|tui|cli)/.*\.c$') | awk '{ print $2 }' | sort -n | awk '
	{ n[NR] = $1 }
	END {
		median = n[int((NR + 1) / 2)]; p90 = n[int(NR * 0.9 + 0.5)]
		printf "# %d functions: median %d lines, p90 %d, longest %d\n", NR, median, p90, n[NR] >"/dev/stderr"
		if (median > 12) print "the median function has " median " lines, 12 are the most"
		if (p90 > 35) print "one function in ten has more than " p90 - 1 " lines, 35 are the most"
	}'
}
too_long() {
	functions "$@" | awk '$2 > 100 { print $1 ": " $3 " has " $2 " lines, 100 are the most" }'
}

# Comments off, as far as `//` goes: prose may speak of a float.
words() {
	pattern=$1
	shift
	for file in "$@"; do
		sed 's|//.*||' "$file" | grep -nwE "$pattern" | sed "s|^|$file:|"
	done
}

# text_format() and snprintf() know how much room there is.
unbounded='strcpy|stpcpy|strcat|strncpy|strncat|sprintf|vsprintf|gets|wcscpy|wcscat'

mkdir -p "$B"
# shellcheck disable=SC2046
{
	verdict 'every file has its line in docs/architecture.md' "$(documented)"
	verdict 'every line of docs/architecture.md has its file' "$(gone)"
	verdict 'every source begins with its licence' "$(licensed)"
	verdict 'no line is over 160 columns' "$(long_lines)"
	verdict 'no function is over 100 lines' "$(too_long $(files | grep '\.c$'))"
	verdict 'functions are short' "$(lengths)"
	verdict 'no floating point in core' "$(words 'float|double|strtod|atof' $(ls core/*.[ch]))"
	verdict 'no text is written without its bound' "$(words "$unbounded" $(files | grep -E '^(core|db|config|exchange|tui|cli|plain|tests/(screen|storage|fault))/.*\.[ch]$'))"
	verdict 'no paths of one machine' "$(files | xargs grep -nE '/(work|root)/|/tmp/(wt|bash_jobs)' 2>/dev/null | grep -v '^tests/house/structure.sh')"
	verdict 'nothing is left for later' "$(sources | xargs grep -nE '\b(TODO|FIXME|XXX|HACK)\b')"
}
{
	echo 'void control(void)'
	echo '{'
	yes '	;' | head -n 100
	echo '}'
} >"$B/control.c"
control 'a function of 103 lines is seen' "$(too_long "$B/control.c")"
echo 'static double control;' >"$B/control.c"
control 'floating point is seen' "$(words 'float|double' "$B/control.c")"
echo 'strcpy(out, in);' >"$B/control.c"
control 'text without its bound is seen' "$(words "$unbounded" "$B/control.c")"
finish
