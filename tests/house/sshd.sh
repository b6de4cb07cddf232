# SPDX-License-Identifier: MIT
# tests/attacks.tsv against a real sshd on the loopback, with the very block of docs/ssh.md, an account and keys that nobody else
# has; without ATTACKS=whole every eighth line. sshd is unpacked, never installed: that would make keys for the host and start a daemon. Its account, and the place that it
# wants, are there in mounts of this script's own, so root is needed.
. tests/house/tap
view=$PWD/$B/bin/duibiao-view desk=$PWD/$B/bin/duibiao unpacked=$PWD/build/sshd
name='attacks over sshd'

if [ "$1" != inside ]; then
	mkdir -p "$unpacked"
	[ -x "$unpacked/usr/sbin/sshd" ] || (cd "$unpacked" && apt-get download openssh-server openssh-sftp-server libwrap0 >/dev/null 2>&1 &&
		for deb in *.deb; do dpkg -x "$deb" .; done)
	for program in ssh ssh-keygen unshare timeout setpriv; do
		command -v $program >/dev/null || missing="$missing $program"
	done
	if [ ! -x "$unpacked/usr/sbin/sshd" ]; then
		skip "$name" 'sshd cannot be downloaded here'
	elif [ -n "$missing" ]; then
		skip "$name" "these are missing:$missing"
	elif [ "$(id -u)" != 0 ] || ! unshare -m true 2>/dev/null; then
		skip "$name" 'needs root, for an account of its own'
	else
		exec unshare -m sh "$0" inside
	fi
	finish
	exit
fi

work=$(mktemp -d) port=$((20000 + $$ % 20000)) sshd_pid=
trap 'kill $sshd_pid 2>/dev/null; rm -rf "$work"' EXIT
chmod 755 "$work"

# ---- Accounts, folders, programs: as docs/ssh.md says
cp /etc/passwd "$work/passwd" && cp /etc/shadow "$work/shadow" && cp /etc/group "$work/group"
echo "reader:x:60001:60001::$work/home:/bin/sh
sshd:x:60002:60002::/run/sshd:/usr/sbin/nologin" >>"$work/passwd"
echo 'reader:*:19000::::::' >>"$work/shadow"
echo 'reader:x:60001:' >>"$work/group"
for f in passwd shadow group; do mount --bind "$work/$f" /etc/$f; done
mkdir -p "$work/run" /run/sshd && mount --bind "$work/run" /run/sshd && chmod 755 /run/sshd
mkdir -p "$work/bin" "$work/share" "$work/readers" "$work/home/.ssh" "$work/own" "$work/open"
cp "$view" "$work/bin/" && cp -r "$PWD/$B/share/." "$work/share/"
chmod 777 "$work/open"
"$desk" init "$work/own/x.db" >/dev/null 2>&1 && "$desk" publish --file "$work/own/x.db" "$work/readers" >/dev/null
chgrp -R 60001 "$work/readers" && chmod 2750 "$work/readers"
ssh-keygen -q -t ed25519 -N '' -f "$work/host" && ssh-keygen -q -t ed25519 -N '' -f "$work/key"
cp "$work/key.pub" "$work/home/.ssh/authorized_keys"

# ---- The block, word for word but for the names of account, program and file
sed -n '/^    Match User view/,/^$/s/^    //p' docs/ssh.md >"$work/block"
verdict 'the block stands in docs/ssh.md' "$(grep -q ForceCommand "$work/block" && grep -q DisableForwarding "$work/block" || cat "$work/block")"
{
	printf 'Port %s\nListenAddress 127.0.0.1\nHostKey %s\nPidFile none\nUsePAM no\nStrictModes no\nMaxStartups 300\n' "$port" "$work/host"
	printf 'X11Forwarding yes\nPermitUserEnvironment yes\nSubsystem sftp %s\n' "$unpacked/usr/lib/openssh/sftp-server"
	sed "s|Match User view|Match User reader|; s|/usr/local/bin/duibiao-view|$work/bin/duibiao-view|; s|/srv/duibiao/readers/xuchang.db|$work/readers/x.db|" \
		"$work/block"
} >"$work/config"
LD_LIBRARY_PATH=$(dirname "$(find "$unpacked" -name 'libwrap.so.0')") "$unpacked/usr/sbin/sshd" -D -e -f "$work/config" 2>"$work/log" &
sshd_pid=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do grep -q listening "$work/log" && break; sleep 0.2; done

# ---- One line of the table
client() {
	timeout -s KILL 20 ssh -F none -i "$work/key" -p "$port" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o BatchMode=yes \
		-o LogLevel=ERROR "$@"
}
# The bytes and times of all that could be written to.
state() {
	find "$work/readers" "$work/home" "$work/open" "$work/own" -printf '%p %T@ %C@ %s\n' | sort
	cat "$work/readers/x.db" | sha256sum
}
state >"$work/begin"
# Keys that end, stop or quit others, once the screen is there; then the one that leaves.
press() {
	for _ in $(seq 100); do grep -q '总览' "$work/out" && break; sleep 0.1; done
	printf '\032\034\003'
	printf 'q'
}
attack() {
	tried=$(printf '%s' "$1" | sed "s|HOST|reader@127.0.0.1|g; s|CANARY|$work/open/canary|g; s|OUTSIDE|$work/open|g; s|PORT|$port|g")
	term=xterm
	case $tried in TERM=*) term=${tried%% *}; term=${term#TERM=}; tried=${tried#* };; esac
	set -f
	# shellcheck disable=SC2086
	if [ "$2" = screens ]; then
		: >"$work/out"
		press | TERM=$term client $tried >"$work/out" 2>&1
	else
		TERM=$term client $tried >"$work/out" 2>&1 </dev/null
	fi
	got=$?
	set +f
	case $2 in
	overview) [ $got = 0 ] && grep -q '十四五' "$work/out" && ! grep -q 'uid=\|root:x' "$work/out";;
	screens) [ $got = 0 ] && grep -q '总览' "$work/out" && ! grep -q 'uid=\|root:x' "$work/out";;
	fails) [ $got != 0 ] && [ $got != 137 ];;
	esac || echo "$1: status $got, expected: $2, $(head -c 200 "$work/out" | tr -cd '[:print:]')"
}
tab=$(printf '\t')
grep -v '^#' tests/attacks.tsv | awk -v every="$([ "$ATTACKS" = whole ] && echo 1 || echo 8)" 'NR % every == 0' >"$work/table"
problems=$(while IFS=$tab read -r tried must; do attack "$tried" "$must"; done <"$work/table")
verdict "$name: $(grep -c . "$work/table") lines do what the table says" "$problems"
verdict 'nothing was written: bytes and times of all folders' "$(state | diff - "$work/begin")"
verdict 'no process of the account is left' "$(sleep 0.5; ps -o pid=,args= -u 60001 | grep -v defunct)"
sed -i '/ForceCommand/d' "$work/config"
kill -HUP "$sshd_pid" 2>/dev/null; sleep 0.5
client reader@127.0.0.1 touch "$work/open/canary" >/dev/null 2>&1 </dev/null
control 'without ForceCommand the canary is written' "$(ls "$work/open")"
finish
