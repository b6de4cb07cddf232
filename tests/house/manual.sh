# SPDX-License-Identifier: MIT
# The manual page that the program prints about itself is good mdoc, and knows every command.
. tests/house/tap
page=$B/share/man/man1/duibiao.1

lint() {
	mandoc -T lint -W warning "$1" 2>&1
}
unknown() {
	sed -nE 's/^COMMAND\([a-z_]+, "([a-z]+)".*/\1/p' cli/command.def | while read -r name; do
		grep -qw "$name" "$1" || echo "$name is not in the manual page"
	done
}
unchecked() {
	sed -nE 's/^CHECK\(([a-z_]+),.*/\1/p' core/check.def | while read -r name; do
		grep -q "^\.It $name " "$1" || echo "the check $name is not in the manual page"
	done
}
verdict 'mandoc finds nothing wrong' "$(lint "$page")"
verdict 'every command is in it' "$(unknown "$page")"
verdict 'every check is in it' "$(unchecked "$page")"
mkdir -p "$B"
printf '.Dd\n.Xx nonsense\n' >"$B/control.1"
control 'a broken page is seen' "$(lint "$B/control.1")"
control 'a missing command is seen' "$(unknown "$B/control.1")"
control 'a missing check is seen' "$(unchecked "$B/control.1")"
finish
