#!/usr/bin/env bash
# A seeded city and the pages of its staff: how fast it is made, and what a page takes on the server with that much behind it.
#   perf/city.sh [CASES] [RUNNING] [REQUESTS] [PORT]      DIR=folder keeps the city and takes it again
# Every page is asked for REQUESTS times over one connection, one after the other, beside an empty Kestrel endpoint in the same run.
set -euo pipefail
cd "$(dirname "$0")/.."
cases=${1:-20000}
running=${2:-2000}
requests=${3:-1000}
port=${4:-5430}
[ -n "${BENCH_BUILT:-}" ] || dotnet build perf/Load -c Release -v q --nologo >/dev/null
load=perf/Load/bin/Release/net10.0/Approvals.Load
server=src/Server/bin/Release/net10.0/approvals
site=http://127.0.0.1:$port
empty=http://127.0.0.1:$((port + 1))
work=$(mktemp -d)
data=${DIR:-$work/data}
pids=()
stop() { # every process this script started
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; done
  pids=()
}
trap 'stop; rm -rf "$work"' EXIT
await() { # URL
  for _ in $(seq 1200); do
    curl -sf -o /dev/null "$1" && return
    sleep 0.1
  done
  echo "$1 does not answer." >&2
  tail -5 "$work"/*.log >&2
  exit 1
}

[ -f "$data/platform.db" ] || "$server" seed --units 100 --items 647 --cases "$cases" --running "$running" --data "$data" 2>/dev/null
echo "database: $(du -m "$data/platform.db" | cut -f1) MB, load average $(cut -d' ' -f1-2 /proc/loadavg)"
"$server" serve --demo --data "$data" --urls "$site" >"$work/server.log" 2>&1 &
pids+=($!)
"$load" empty-endpoint "$empty" >"$work/empty.log" 2>&1 &
pids+=($!)
await "$site/healthz"
await "$empty/"

password=$(sed -n 's/.*"demoPassword": *"\([^"]*\)".*/\1/p' data/demo/city.json)
sign_in() { # ACCOUNT
  local jar=$work/$1.jar token
  token=$(curl -s -c "$jar" "$site/account/sign-in" | grep -o '__RequestVerificationToken"[^>]*value="[^"]*' | head -1 | sed 's/.*value="//')
  curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "__RequestVerificationToken=$token" \
    --data-urlencode "Form.Name=$1" --data-urlencode "Form.Password=$password" "$site/account/sign-in"
}
ask() { # JAR FILE-OF-ADDRESSES: milliseconds until the last byte, one line each
  sed 's/.*/url = "&"\noutput = "\/dev\/null"/' "$2" >"$work/ask"
  curl -s -b "$1" -w '%{http_code} %{time_total}\n' -K "$work/ask"
}
measure() { # NAME JAR ADDRESS...
  local name=$1 jar=$2
  shift 2
  for ((i = 0; i < requests; i++)); do echo "${@:$((i % $# + 1)):1}"; done >"$work/addresses"
  head -50 "$work/addresses" >"$work/warm"
  ask "$jar" "$work/warm" >/dev/null
  ask "$jar" "$work/addresses" | awk '$1 != 200 { bad++ } { print 1000 * $2 } END { if (bad) print bad " answers were not 200" > "/dev/stderr" }' | sort -n >"$work/times"
  awk -v n="$name" -v c="$#" '{ t[NR] = $1 } END { printf "%s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms (%d requests, %d addresses)\n", n, t[int(NR * .5 + .5)], t[int(NR * .99 + .5)], t[NR], NR, c }' "$work/times"
}

sign_in linxiaoyun
sign_in fangjingyi
clerk=$work/linxiaoyun.jar
supervisor=$work/fangjingyi.jar
mapfile -t open < <(curl -s -b "$supervisor" "$site/supervise/cases" | grep -o '/supervise/cases/[0-9]*' | sort -u | sed "s|^|$site|")
[ ${#open[@]} -gt 0 ] || { echo "The supervisor's list is empty: was the city seeded with running cases?" >&2; exit 1; }
words=(卫生 许可 食品 gsws 老年 施工 jzgc 教师 校车 药品 登记 备案 户口 驾驶 排污 取水)
measure "empty endpoint" "$clerk" "$empty/"
measure "work list" "$clerk" "$site/work"
measure "case page" "$supervisor" "${open[@]}"
measure "board" "$supervisor" "$site/supervise"
measure "figures of a month" "$supervisor" "$site/supervise/figures"
measure "search" "$clerk" "${words[@]/#/$site/items?q=}"
