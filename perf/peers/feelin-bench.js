// npm feelin on the texts of perf/Benchmarks/Feel/ExpressionBenchmarks.cs and the table of Dmn/DecisionTableBenchmarks.cs:
// nanoseconds per evaluation as JSON. feelin has no compiled form: every evaluation parses.
//   node feelin-bench.js [SECONDS]
import { evaluate, unaryTest, parseExpression } from 'feelin';

const seconds = Number(process.argv[2] ?? 2);
const names = { score: 86, district: '澄江区', accepted: '2026-02-14' };
const condition = 'score >= 60 and district = "澄江区"';
const dates = '(date(accepted) + duration("P20D")) > date("2026-03-01")';
const input = { amount: 9950, kind: 'k4', district: 'd99' };
const rules = Array.from({ length: 100 }, (_, i) => [
  ['amount', `[${i * 100}..${(i + 1) * 100})`],
  ['kind', `"k${i % 5}", "k${(i + 1) % 5}"`],
  ['district', `not("d${i - 1}")`],
]);

function table() {
  let hit = -1;
  rules.forEach((tests, i) => {
    if (tests.every(([name, test]) => unaryTest(test, { '?': input[name] }).value === true)) hit = i;
  });
  return hit;
}

function measure(run, expected) {
  if (run() !== expected) throw new Error(`${run} gives ${run()}, not ${expected}.`);
  const until = (end) => {
    let count = 0;
    for (; performance.now() < end; count++) run();
    return count;
  };
  until(performance.now() + (seconds * 1000) / 2);
  const start = performance.now();
  const count = until(start + seconds * 1000);
  return ((performance.now() - start) * 1e6) / count;
}

console.log(
  JSON.stringify({
    CompileCondition: measure(() => parseExpression(condition, names) !== null, true),
    EvaluateCondition: measure(() => evaluate(condition, names).value, true),
    CompileDates: measure(() => parseExpression(dates, names) !== null, true),
    EvaluateDates: measure(() => evaluate(dates, names).value, true),
    EvaluateTable: measure(table, 99),
  }),
);
