#!/usr/bin/env bash
# The bare turn against kill -9 and a full disk: every acknowledged turn must be there afterwards, none twice.
#   perf/crash.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-10}
dotnet build perf/Load -c Release -v q --nologo >/dev/null
load=perf/Load/bin/Release/net10.0/Approvals.Load
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for round in $(seq "$rounds"); do
  "$load" bare-turn "$work/kill" 60 >/dev/null &
  pid=$!
  sleep "$(awk -v seed="$round" 'BEGIN { srand(seed); print 0.4 + rand() * 1.6 }')"
  kill -9 "$pid"
  wait "$pid" 2>/dev/null || true
  printf 'kill -9, round %s: ' "$round"
  "$load" bare-turn-check "$work/kill"
done

# A full disk, on a small file system of its own (needs root; the unit tests cover the same with a page limit).
if [ "$(id -u)" = 0 ]; then
  mkdir "$work/disk"
  for round in 1 2 3; do
    mount -t tmpfs -o size=$((round * 8))m tmpfs "$work/disk"
    "$load" bare-turn "$work/disk/full" 20 >/dev/null 2>&1 || true
    mount -o remount,size=128m "$work/disk"
    printf 'full disk, round %s: ' "$round"
    "$load" bare-turn-check "$work/disk/full"
    umount "$work/disk"
  done
fi
