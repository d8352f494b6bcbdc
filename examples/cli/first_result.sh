#!/bin/sh
# From the question to the decision with the `aura` command, on data made here: sh first_result.sh FOLDER
# 4,200 users over four weeks; with the new checkout two more of every hundred order, and nobody waits longer.
set -eu
mkdir -p "$1"
cd "$1"

# A small generator with a fixed start, so that everybody gets the same table.
awk 'BEGIN {
  state = 2026
  print "user,arm,day,team,ordered,wait,visits_before"
  for (user = 0; user < 4200; user++) {
    for (draw = 0; draw < 5; draw++) { state = (state * 16807) % 2147483647; chance[draw] = state / 2147483647 }
    arm = chance[0] < 0.5 ? "old" : "new"
    ordered = chance[1] < (arm == "new" ? 0.16 : 0.12) ? 1 : 0
    wait = 900 + 400 * chance[2] + 200 * chance[3]
    printf "u%d,%s,2026-03-%02d,t%d,%d,%.1f,%d\n", user, arm, user % 28 + 1, user % 70, ordered, wait, 6 * chance[4]
  }
}' > table.csv

echo "== Before the test: how many people"
aura experiment power --baseline 0.12 --effect 0.04 --per-day 150

echo "== Before the data: what would convince us"
aura experiment design --title "Shorter checkout" --arms old,new --metric ordered:share --guardrail=-wait \
  --covariate visits_before --worthwhile 0.005 --time day --out test.json

echo "== Can the test be trusted with data like ours?"
aura experiment calibrate test.json table.csv --times 200 --shared team

echo "== The result"
aura experiment analyze test.json table.csv --out verdict.json
aura experiment report verdict.json --out report.html --vega picture.json

echo "== What the days alone would have told, without a random test"
awk -F, 'NR > 1 { sum[$3] += $5; count[$3] += 1 } END { for (day in sum) print day "," sum[day] / count[day] }' table.csv |
  sort > rows.csv
{ echo "day,ordered"; cat rows.csv; } > days.csv
aura experiment observe days.csv --method interrupted --outcome ordered --share --time day --at 2026-03-15 --season 7
