# SPDX-License-Identifier: MIT
# What `duibiao ssh-setup --print` prints is run, and tests/attacks.tsv tried against the sshd that it sets up; without
# ATTACKS=whole every eighth line. sshd is unpacked, never installed: that would make keys for the host and start a daemon. Accounts,
# folders and settings are made in mounts of this script's own, so root is needed.
. tests/house/tap
unpacked=$PWD/build/sshd
name='attacks over sshd'

if [ "$1" != inside ]; then
	mkdir -p "$unpacked"
	[ -x "$unpacked/usr/sbin/sshd" ] && [ -x "$unpacked/bin/setfacl" ] ||
		(cd "$unpacked" && apt-get download openssh-server openssh-sftp-server libwrap0 acl >/dev/null 2>&1 &&
		for deb in *.deb; do dpkg -x "$deb" .; done)
	for program in ssh ssh-keygen unshare timeout useradd; do
		command -v $program >/dev/null || missing="$missing $program"
	done
	if [ ! -x "$unpacked/usr/sbin/sshd" ] || ! find "$unpacked" -name setfacl | grep -q .; then
		skip "$name" 'sshd and setfacl cannot be downloaded here'
	elif [ -n "$missing" ]; then
		skip "$name" "these are missing:$missing"
	elif [ "$(id -u)" != 0 ] || ! unshare -m true 2>/dev/null; then
		skip "$name" 'needs root, for accounts of its own'
	else
		exec unshare -m sh "$0" inside
	fi
	finish
	exit
fi

work=$(mktemp -d) port=$((20000 + $$ % 20000)) sshd_pid=
trap 'kill $sshd_pid 2>/dev/null; wait $sshd_pid 2>/dev/null; umount -l /etc /home /srv /run/sshd 2>/dev/null; rm -rf "$work"' EXIT
chmod 755 "$work"

# ---- A host of its own
cp -a /etc "$work/etc" && mkdir -p "$work/etc/ssh/sshd_config.d" "$work/home" "$work/srv" "$work/run" /run/sshd "$work/bin"
rm -f "$work/etc/duibiao.ini" "$work/etc/ssh/sshd_config.d"/*
for place in etc home srv; do mount --bind "$work/$place" /$place; done
mount --bind "$work/run" /run/sshd && chmod 755 /run/sshd
grep -q '^sshd:' /etc/passwd || echo 'sshd:x:60002:60002::/run/sshd:/usr/sbin/nologin' >>/etc/passwd
cp "$PWD/$B/bin/duibiao" "$PWD/$B/bin/duibiao-view" "$work/bin/" && cp -r "$PWD/$B/share" "$work/share"
wrapped=$(dirname "$(find "$unpacked" -name 'libwrap.so.0')")
printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s "$@"\n' "$wrapped" "$unpacked/usr/sbin/sshd" >"$work/bin/sshd"
printf '#!/bin/sh\n' >"$work/bin/systemctl"
cp "$(find "$unpacked" -name setfacl)" "$work/bin/"
chmod 755 "$work/bin/sshd" "$work/bin/systemctl"
ssh-keygen -q -t ed25519 -N '' -f "$work/host" && ssh-keygen -q -t ed25519 -N '' -f "$work/key"
cat >/etc/ssh/sshd_config <<END
Include /etc/ssh/sshd_config.d/*.conf
Port $port
ListenAddress 127.0.0.1
HostKey $work/host
PidFile none
UsePAM no
MaxStartups 300
X11Forwarding yes
PermitUserEnvironment yes
Subsystem sftp $unpacked/usr/lib/openssh/sftp-server
END

# ---- Set up as an administrator does: two plans, one after the other
PATH=$work/bin:$PATH
export PATH
duibiao ssh-setup --print >"$work/setup"
grep -v '^#' "$work/setup" | grep . | sed "s|$work/bin|/usr/local/bin|" >"$work/commands"
sed -n 's/^    //p' docs/ssh.md >"$work/documented"
verdict 'docs/ssh.md holds what ssh-setup prints' "$(diff "$work/documented" "$work/commands")"
set_up() {
	duibiao ssh-setup --print "$@" >"$work/script"
	sh "$work/script" 2>&1 >"$work/said" || echo "the script failed"
}
mkdir "$work/open" && chmod 777 "$work/open"
find /etc /home /srv -newer "$work/open" ! -type d >"$work/touched"
verdict 'printing changes nothing' "$(duibiao ssh-setup --print other looker >"$work/printed"; find /etc /home /srv -newer "$work/open" ! -type d |
	diff - "$work/touched"; ls /srv)"
verdict 'the script runs' "$(set_up)"
verdict 'and for another plan beside it' "$(set_up other looker)"
ls -lR --full-time /home /srv/duibiao/xuchang/data >"$work/once"
verdict 'and again, where all is there' "$(set_up; ls -lR --full-time /home /srv/duibiao/xuchang/data | grep -v ' authorized_keys$' |
	diff - "$work/once" | grep -v ' authorized_keys$' | grep '^[<>]')"
useradd --create-home somebody
stat -c '%a %U %n' /home/somebody >"$work/his"
verdict 'an account that is somebody'"'"'s stays his' "$(set_up third somebody 2>&1 | grep -q failed || echo 'it goes on'
	stat -c '%a %U %n' /home/somebody | diff - "$work/his")"

# ---- Desks publish one after the other, as their own accounts
desk() {
	setpriv --reuid="$1" --regid="$1" --init-groups env HOME="/home/$1" duibiao publish \
		--file /srv/duibiao/xuchang/data/xuchang.db /srv/duibiao/xuchang/readers 2>&1 >/dev/null
}
for account in clerk keeper; do
	useradd --create-home "$account" && usermod --append --groups duibiao-xuchang "$account"
done
verdict 'each desk replaces what another has published' "$(desk clerk; desk keeper; desk clerk)"
verdict 'and who is no desk does not' "$(desk somebody | grep -q . || echo 'somebody publishes')"
setfacl -b /srv/duibiao/xuchang/readers/xuchang.db && chown root /srv/duibiao/xuchang/readers/xuchang.db
verdict 'a snapshot that desks may not look at is said' "$(desk clerk | grep -q setfacl || echo 'it is not said')"
verdict 'and mended by the next of root' "$(set_up; desk clerk)"
cp "$work/key.pub" /home/view/.ssh/authorized_keys && cat "$work/key.pub" >>/home/looker/.ssh/authorized_keys
chmod 640 /home/view/.ssh/authorized_keys && chown root:view /home/view/.ssh/authorized_keys
stat -c '%a %U:%G %n' /home/view/.ssh /home/view/.ssh/authorized_keys /srv/duibiao/xuchang/data /srv/duibiao/xuchang/data/xuchang.db \
	/srv/duibiao/xuchang/readers/xuchang.db >"$work/rights"
verdict 'rights are as wanted' "$(diff "$work/rights" - <<'END'
750 root:view /home/view/.ssh
640 root:view /home/view/.ssh/authorized_keys
2770 root:duibiao-xuchang /srv/duibiao/xuchang/data
660 root:duibiao-xuchang /srv/duibiao/xuchang/data/xuchang.db
640 clerk:view /srv/duibiao/xuchang/readers/xuchang.db
END
)"

"$work/bin/sshd" -D -e -f /etc/ssh/sshd_config 2>"$work/log" &
sshd_pid=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do grep -q listening "$work/log" && break; sleep 0.2; done

# ---- One line of the table
client() {
	timeout -s KILL "${patience:-20}" ssh $options "$@"
}
options="-F none -i $work/key -p $port -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o BatchMode=yes -o LogLevel=ERROR"
# The bytes and times of all that could be written to.
state() {
	find /srv /home "$work/open" -printf '%p %T@ %C@ %s\n' | sort
	find /srv -type f -exec sha256sum {} + | sort
}
state >"$work/begin"
# Until FILE holds TEXT.
until_in() {
	for _ in $(seq 200); do grep -q "$2" "$1" && return 0; sleep 0.1; done
	return 1
}
# Keys that end, stop or quit others, once the screen is there; then the one that leaves.
press() {
	until_in "$work/out" '总览'
	printf '\032\034\003'
	printf 'q'
}
until_gone() {
	for _ in $(seq 150); do pgrep -u view >/dev/null || return 0; sleep 0.1; done
	return 1
}
# The next reader has his overview within 5 s, whatever the others do.
another_comes() {
	patience=5 client view@127.0.0.1 </dev/null 2>/dev/null | grep -q '十四五'
}

# ---- Clients with manners of their own: "$@" is for ssh
crowd() {                               # 200 at once
	bad=0 pids=
	mkdir "$work/crowd"
	for i in $(seq 200); do
		(sleep 45; printf 'q') | ssh $options "$@" >"$work/crowd/$i" 2>&1 &
		pids="$pids $!"
	done
	for pid in $pids; do wait "$pid" || bad=$((bad + 1)); done
	served=$(grep -rl '总览' "$work/crowd" | wc -l)
	[ "$served" = 200 ] && [ $bad = 0 ] && another_comes || echo "200 at once: $served saw the screen, $bad ended badly"
}
flood() {                               # 10 MB of any byte but the q that leaves
	for part in 1 2 3 4; do
		{
			tr -d 'qQ' </dev/urandom | head -c 2500000
			for _ in 1 2 3 4 5 6 7 8 9; do printf '\033OR'; done
			printf 'q'
		} | patience=120 client -e none "$@" >"$work/out" 2>&1
		[ $? != 137 ] && until_gone || echo "random keys, part $part: it hangs"
	done
	another_comes || echo 'random keys: the next reader is not served'
}
deaf() {                                # pictures without end are asked for, and none is read
	mkfifo "$work/unread"
	sleep 20 <"$work/unread" &
	listener=$!
	yes | tr 'y\n' '\f\f' | ssh $options "$@" >"$work/unread" 2>&1 &
	asking=$!
	sleep 4
	another_comes || echo 'a client that never reads: the next reader is not served'
	kill $asking $listener
	wait $asking $listener 2>/dev/null
	until_gone || echo 'a client that never reads: its session stays when it has gone'
}
slow() {                                # its client is suspended, and goes on; or it is gone at once
	: >"$work/out"
	{ until_in "$work/out" '总览'; sleep 5; printf 'q'; } | ssh $options "$@" >"$work/out" 2>&1 &
	pid=$!
	until_in "$work/out" '总览' && kill -STOP $pid
	another_comes || echo 'a suspended client: the next reader is not served'
	kill -"$end" $pid
	wait $pid 2>/dev/null
	got=$?
	[ "$end" = KILL ] || [ $got = 0 ] || echo "a suspended client: status $got"
	until_gone || echo "a suspended client, then $end: its session stays"
}
suspended() { end=CONT slow "$@"; }
dropped() { end=KILL slow "$@"; }

command_line() {
	must=$1
	shift
	if [ "$must" = screens ]; then
		: >"$work/out"
		press | TERM=$term client "$@" >"$work/out" 2>&1
	else
		TERM=$term client "$@" >"$work/out" 2>&1 </dev/null
	fi
	got=$?
	case $must in
	overview) [ $got = 0 ] && grep -q '十四五' "$work/out" && ! grep -q 'uid=\|root:x' "$work/out";;
	screens) [ $got = 0 ] && grep -q '总览' "$work/out" && ! grep -q 'uid=\|root:x' "$work/out";;
	fails) [ $got != 0 ] && [ $got != 137 ];;
	esac || echo "$*: status $got, expected: $must, $(head -c 200 "$work/out" | tr -cd '[:print:]')"
}
attack() {
	tried=$(printf '%s' "$1" | sed "s|HOST|view@127.0.0.1|g; s|CANARY|$work/open/canary|g; s|OUTSIDE|$work/open|g; s|PORT|$port|g")
	term=xterm
	case $tried in TERM=*) term=${tried%% *}; term=${term#TERM=}; tried=${tried#* };; esac
	set -f
	case $2 in
	overview|screens|fails) command_line "$2" $tried;;
	*) TERM=$term "$2" $tried;;
	esac
	set +f
}
tab=$(printf '\t')
grep -v '^#' tests/attacks.tsv | awk -F '\t' -v every="$([ "$ATTACKS" = whole ] && echo 1 || echo 8)" '
	every == 1 || (NR % every == 0 && $2 != "crowd" && $2 != "flood") || $2 == "dropped" || $2 == "deaf"' >"$work/table"
problems=$(while IFS=$tab read -r tried must; do attack "$tried" "$must"; done <"$work/table")
verdict "$name: $(grep -c . "$work/table") lines do what the table says" "$problems"
verdict 'the reader of one plan does not see the other' "$(ssh $options looker@127.0.0.1 </dev/null 2>&1 | grep -q '十四五' || echo 'looker is not let in'
	setpriv --reuid=view --regid=view --clear-groups cat /srv/duibiao/other/readers/other.db 2>&1 >/dev/null | grep -q denied || echo 'view reads it')"
verdict 'nothing was written: bytes and times of all folders' "$(state | diff - "$work/begin")"
verdict 'no process of the account is left' "$(until_gone || ps -o pid=,args= -u view)"
sed -i '/ForceCommand/d' /etc/ssh/sshd_config.d/duibiao-xuchang.conf
kill -HUP "$sshd_pid" 2>/dev/null; sleep 0.5
client view@127.0.0.1 touch "$work/open/canary" >/dev/null 2>&1 </dev/null
control 'without ForceCommand the canary is written' "$(ls "$work/open")"
finish
