#!/usr/bin/env bash
# Every figure of perf/README.md, one after another, in at most twelve minutes; the raw output goes to perf/results/<date>.md.
#   ./bench.sh
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
out=perf/results/$(date +%F).md
mkdir -p perf/results
mkdir -p artifacts
work=$(mktemp -d -p artifacts) # on the disk of the repository: in memory, durable writes would be free
trap 'rm -rf "$work"' EXIT
dotnet build perf/Load -c Release -v q --nologo
dotnet build perf/Benchmarks -c Release -v q --nologo
export BENCH_BUILT=1
load=perf/Load/bin/Release/net10.0/Approvals.Load
benchmarks=perf/Benchmarks/bin/Release/net10.0/Approvals.Benchmarks

section() { # TITLE COMMAND…
  printf '\n## %s\nload average before: %s\n```\n' "$1" "$(cut -d' ' -f1-3 /proc/loadavg)"
  shift
  "$@" 2>&1 || echo "FAILED with exit code $?"
  printf '```\n'
}
memory() { for shape in S1 S2 S3; do "$load" engine memory "$shape" 6; done; }
durable() { for shape in S1 S2 S3; do "$load" engine durable "$shape" "$work/$shape" 8; done; }
micro() { "$benchmarks" --filter '*' --artifacts "$work/artifacts" | grep -E '^\|'; }

{
  echo "# Figures of $(date -u '+%F %H:%M UTC')"
  echo
  echo "- commit: $(git rev-parse --short HEAD)$(git diff --quiet HEAD -- src perf || echo ', with changes')"
  echo "- machine: $(nproc) × $(awk -F': ' '/^model name/ { print $2; exit }' /proc/cpuinfo), $(awk '/^MemTotal/ { print int($2 / 1048576) }' /proc/meminfo) GB"
  echo "- system: $(. /etc/os-release && echo "$PRETTY_NAME"), Linux $(uname -r), .NET $(dotnet --version), $(df -T "$work" | awk 'NR == 2 { print $2 }')"
  section "Engine in memory" memory
  section "Engine durable, beside the raw rows" durable
  section "Bare turn" "$load" bare-turn "$work/bare" 8
  section "Growth with stored instances" "$load" engine growth "$work/growth" 8 1000 100000
  section "A thousand definitions" "$load" engine definitions "$work/definitions" 4 1000
  section "A hundred thousand timers due at once" "$load" engine timers "$work/timers" 100000
  section "Publishing the log" "$load" log "$work/log" 2 3
  section "Proofs in a tree of a hundred million" "$load" tree 100000000
  section "Signed licences" "$load" licences "$work/licences" 1
  section "Pages" perf/http.sh 5
  section "Cold start" perf/cold-start.sh 5
  section "Micro-benchmarks" micro
  [ ! -d perf/peers ] || section "Peers" perf/peers/run.sh 5
  [ ! -d perf/peers ] || section "FEEL and DMN beside npm feelin" perf/peers/feelin.sh 2
} | tee "$out"
echo
echo "Written to $out"
