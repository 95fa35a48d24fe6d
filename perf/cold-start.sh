#!/usr/bin/env bash
# From exec to the first 200, and the memory the server then holds; on a folder that is already seeded. Medians.
#   perf/cold-start.sh [RUNS] [PORT]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
port=${2:-5183}
[ -n "${BENCH_BUILT:-}" ] || dotnet build src/Server -c Release -v q --nologo >/dev/null
server=src/Server/bin/Release/net10.0/approvals
site=http://127.0.0.1:$port
work=$(mktemp -d)
pid=
stop() { [ -z "$pid" ] || { kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; }; pid=; }
trap 'stop; rm -rf "$work"' EXIT

since() { echo $((($(date +%s%N) - $1) / 1000000)); }
first_answer() { # PATH
  for _ in $(seq 6000); do
    curl -sf -o /dev/null "$site$1" && return
    sleep 0.01
  done
  echo "$site$1 does not answer." >&2
  tail -5 "$work/server.log" >&2
  exit 1
}
start() {
  "$server" serve --demo --data "$work/data" --urls "$site" >"$work/server.log" 2>&1 &
  pid=$!
}
memory() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status"; }
median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

from=$(date +%s%N)
start
first_answer /healthz
echo "cold start, first ever with the demonstration city seeded: $(since "$from") ms to /healthz"
stop

for _ in $(seq "$runs"); do
  from=$(date +%s%N)
  start
  first_answer /healthz
  since "$from" >>"$work/health"
  first_answer /
  since "$from" >>"$work/home"
  memory >>"$work/memory"
  stop
done
echo "cold start, median of $runs: $(median <"$work/health") ms to /healthz, $(median <"$work/home") ms to the home page, $(median <"$work/memory") MB resident after it"
