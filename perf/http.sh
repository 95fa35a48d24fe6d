#!/usr/bin/env bash
# Public pages under wrk, beside an empty Kestrel endpoint in the same run. Server and wrk share the machine's cores.
#   perf/http.sh [SECONDS] [PORT]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-5}
port=${2:-5181}
command -v wrk >/dev/null || { echo "This needs wrk (Debian package wrk)." >&2; exit 1; }
# Load brings the server's own program along, built from the same sources.
[ -n "${BENCH_BUILT:-}" ] || dotnet build perf/Load -c Release -v q --nologo >/dev/null
load=perf/Load/bin/Release/net10.0/Approvals.Load
server=src/Server/bin/Release/net10.0/approvals
site=http://127.0.0.1:$port
empty=http://127.0.0.1:$((port + 1))
work=$(mktemp -d)
pids=()
stop() { # every process this script started
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; done
  pids=()
}
trap 'stop; rm -rf "$work"' EXIT

await() { # URL
  for _ in $(seq 600); do
    curl -sf -o /dev/null "$1" && return
    sleep 0.1
  done
  echo "$1 does not answer." >&2
  tail -5 "$work"/*.log >&2
  exit 1
}
serve() {
  "$server" serve --demo --data "$work/data" --urls "$site" >"$work/server.log" 2>&1 &
  pids+=($!)
  await "$site/healthz"
}

# The first start seeds the city; the case is made through turns while no server holds the folder.
serve
stop
number=$("$load" accepted-case "$work/data")
serve
"$load" empty-endpoint "$empty" >"$work/empty.log" 2>&1 &
pids+=($!)
await "$empty/"

base=
measure() { # NAME URL
  local status size out rate p99 bad
  status=$(curl -s -o "$work/page" -w '%{http_code}' "$2")
  [ "$status" = 200 ] || { echo "$2 answers $status:" >&2; grep -m2 -A3 -E "^fail|Exception" "$work/server.log" >&2; exit 1; }
  size=$(wc -c <"$work/page")
  wrk -t1 -c32 -d2s "$2" >/dev/null
  out=$(wrk -t1 -c32 -d"${seconds}s" --latency "$2")
  rate=$(awk '/^Requests\/sec/ { print $2 }' <<<"$out")
  p99=$(awk '$1 == "99%" { print $2 }' <<<"$out")
  bad=$(awk '/Non-2xx/ { print $NF }' <<<"$out")
  base=${base:-$rate}
  awk -v n="$1" -v r="$rate" -v b="$base" -v s="$size" -v p="$p99" -v x="${bad:-0}" \
    'BEGIN { printf "http %s: %d req/s, %.1f %% of the empty endpoint, p99 %s, %d bytes a page, %d refused\n", n, r, 100 * r / b, p, s, x }'
}
measure "empty endpoint" "$empty/"
measure "item page /items/QY010" "$site/items/QY010"
measure "track page of an accepted case" "$site/track?number=$number"
