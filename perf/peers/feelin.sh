#!/usr/bin/env bash
# Our FEEL and DMN beside npm feelin, on the same texts, in the same run: nanoseconds per evaluation and the ratio.
#   perf/peers/feelin.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules/feelin ] || npm ci --ignore-scripts --no-audit --no-fund >/dev/null
benchmarks=../Benchmarks/bin/Release/net10.0/Approvals.Benchmarks
[ -x "$benchmarks" ] || dotnet build ../Benchmarks -c Release -v q --nologo >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$benchmarks" --filter '*ExpressionBenchmarks*' '*DecisionTableBenchmarks*' --exporters json --artifacts "$work" >"$work/log" ||
  { tail -n 20 "$work/log" >&2; exit 1; }
node feelin-bench.js "${1:-2}" >"$work/feelin.json"
node --input-type=module - "$work" <<'JS'
import { readFileSync, readdirSync } from 'node:fs';
const work = process.argv[2];
const feelin = JSON.parse(readFileSync(`${work}/feelin.json`, 'utf8'));
const version = JSON.parse(readFileSync('node_modules/feelin/package.json', 'utf8')).version;
for (const file of readdirSync(`${work}/results`).filter((name) => name.endsWith('.json'))) {
  for (const { Method, Statistics, Memory } of JSON.parse(readFileSync(`${work}/results/${file}`, 'utf8')).Benchmarks) {
    const ours = `${Method}: ours ${Math.round(Statistics.Mean)} ns, ${Memory.BytesAllocatedPerOperation} B`;
    const theirs = feelin[Method];
    console.log(theirs ? `${ours}; feelin ${version} ${Math.round(theirs)} ns, ratio ${(theirs / Statistics.Mean).toFixed(0)}` : ours);
  }
}
JS
