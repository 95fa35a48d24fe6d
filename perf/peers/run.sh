#!/usr/bin/env bash
# Our engine and npm bpmn-engine in memory, on the same models, in the same run; one process each.
#   perf/peers/run.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-5}
[ -d node_modules/bpmn-engine ] || npm ci --ignore-scripts --no-audit --no-fund >/dev/null
load=../Load/bin/Release/net10.0/Approvals.Load
[ -x "$load" ] || dotnet build ../Load -c Release -v q --nologo >/dev/null
version=$(node -p 'require("./node_modules/bpmn-engine/package.json").version')
for shape in S1 S2 S3; do
  ours=$("$load" engine memory "$shape" "$seconds" | sed -E 's/^memory S[1-3]: ([0-9,]+) .*/\1/; s/,//g')
  theirs=$(node bpmn-engine.js "$shape" "$seconds")
  awk -v s="$shape" -v v="$version" -v o="$ours" -v t="$theirs" \
    'BEGIN { printf "peers %s in memory: ours %d/s, bpmn-engine %s %d/s, ratio %d\n", s, o, v, t, o / t }'
done
