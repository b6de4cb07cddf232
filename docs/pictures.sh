#!/bin/sh
# SPDX-License-Identifier: MIT
# The pictures of the README (make pictures): the real program on a new file, with the published figures of the city and one
# county's quarter as in the README's first session; and the demonstration. The county's and the demonstration's figures are
# invented.
set -e
B=${B:-build/release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
file=$work/plan.db
export LC_ALL=C.UTF-8 LANGUAGE=zh_CN DUIBIAO="$B/bin/duibiao"

"$DUIBIAO" init "$file" >/dev/null
"$DUIBIAO" operator --file "$file" --name 张三 --dept kjj --role planner >/dev/null      # else who sits here is asked first
while read -r element value; do
	"$DUIBIAO" set --file "$file" "$element" yz 2023Q4 "$value" >/dev/null
done <<'FIGURES'
leading_firms 2
hitech_firms 68
sme_firms 112
platforms 33
incubators 4
contracts 2.15
patents 150
population 110.5
FIGURES

mkdir -p docs/pictures
period='keys:F2 2 0 2 3 Q 4 Enter'

# draw NAME STEP...: at 80x24 what the READMEs show, at 160x50 what they link.
draw() {
	name=$1
	shift
	case $name in
	s3 | demo-s[12459] | demo-s16) sizes='80x24 160x50' ;;
	*) sizes=160x50 ;;
	esac
	for size in $sizes; do
		"$B/docs/picture" "docs/pictures/$name-$size.svg" "$size" "$@"
	done
}
draw s1 "$file" wait:工作台 "$period" 'wait:2023年报表' 'keys:Down*3'
draw s2 "$file" wait:工作台 "$period" 'wait:2023年报表' 'keys:F10 2' wait:增速高于全省 'keys:Down*5' wait:年均需增加65
draw s3 "$file" wait:工作台 "$period" 'wait:2023年报表' keys:F4 wait:选单位 keys:4 wait:较上期 'keys:Down*10 1 , 1 2 Enter' wait:未保存
draw demo-s1 --demo wait:工作台 'keys:Down*4'
draw demo-s2 --demo wait:工作台 'keys:F10 2' wait:增速高于全省 'keys:Down*8' wait:年均需增加61
draw demo-s5 --demo wait:工作台 keys:F7 wait:规则
draw demo-s16 --demo wait:工作台 'keys:F10 0 9 3' wait:自何时起 keys:~ wait:落后29.0 'keys:Down Up'      # as readers see it
draw demo-s4 --demo wait:工作台 'keys:F10 j z Enter' wait:官方顺序 'keys:Down*5 Right*3' wait:占全市缺口
draw demo-trend --demo wait:工作台 'keys:F10 j z Enter' wait:官方顺序 'keys:Down*5 c' wait:与应达比
draw demo-s8 --demo wait:工作台 'keys:Down*4 F8' wait:强化科技创新核心力量集聚
draw demo-s9 --demo wait:工作台 'keys:Down*4 Enter' wait:孵化平台 'keys:Enter' wait:禹州市 keys:F8 wait:指标定义 'keys:Down*3 Right*4 4 0' wait:如存
draw demo-s14 --demo wait:工作台 'keys:Down*4 Enter' wait:孵化平台 'keys:Down*3 Enter' wait:进展情况

# Paper, as the programs show it that people open it with.
if command -v chromium >/dev/null && command -v soffice >/dev/null && command -v gs >/dev/null; then
	"$DUIBIAO" report --demo --unaccepted --chapter 5 --format html -o "$work/report.html"
	"$DUIBIAO" report --demo --brief --format html -o "$work/brief.html"
	"$DUIBIAO" bulletin --demo --format html -o "$work/bulletin.html"
	"$DUIBIAO" report --demo --unaccepted --format xlsx -o "$work/report.xlsx"
	page() {
		chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/chromium" --window-size="$2" \
			--screenshot="$PWD/docs/pictures/$1.png" "file://$work/${1#demo-}.html" 2>/dev/null
	}
	page demo-report 1000,1560
	page demo-brief 1000,1010
	page demo-bulletin 1000,1000
	soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work" "$work/report.xlsx" >/dev/null 2>&1
	# The upper part of the first sheet.
	gs -q -dNOPAUSE -dBATCH -sDEVICE=png16m -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -r130 -dFirstPage=1 -dLastPage=1 -g1520x640 \
		-sOutputFile=docs/pictures/demo-report-xlsx.png -c '<</PageOffset [0 205]>> setpagedevice' -f "$work/report.pdf"
fi
