// Instances per second of npm bpmn-engine, in memory, on the three models of perf/Models:
//   node bpmn-engine.js S1|S2|S3 SECONDS
// The models run as they are; zeebe's scripts and FEEL conditions, which it doesn't know, are given as JavaScript functions.
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { Engine } from "bpmn-engine";

const [shape, seconds] = [process.argv[2].toUpperCase(), Number(process.argv[3])];
const source = readFileSync(new URL(`../Models/${shape.toLowerCase()}.bpmn`, import.meta.url), "utf8");
const start = { S1: { n: 0 }, S2: { n: 5000 }, S3: { applicant: "p:9000", amount: 12000 } }[shape];
const completions = { accept: { complete: true }, review: { score: 86 }, approve: {} };

const script = (environment) => {
  environment.variables.n += 1;
};
const conditions = {
  f_large: ({ environment }) => environment.variables.n > 1000,
  f_passed: ({ environment }) => environment.variables.score >= 60,
};
const scripts = {
  register() {},
  getScript(_, activity) {
    const condition = conditions[activity.id];
    return condition
      ? { execute: (context, callback) => callback(null, condition(context)) }
      : { execute: (context, callback) => (script(context.environment), callback(null)) };
  },
};

async function run(ended) {
  const engine = new Engine({ name: shape, source, scripts, variables: { ...start } });
  let completed = 0;
  const listener = new EventEmitter();
  if (ended) listener.on("activity.end", (activity) => ended.add(activity.id));
  listener.on("wait", (task) => {
    Object.assign(task.environment.variables, completions[task.id]);
    completed++;
    task.signal();
  });
  const execution = await engine.execute({ listener });
  if (execution.state !== "idle") await engine.waitFor("end");
  return completed;
}

async function measure(time) {
  const from = performance.now();
  let done = 0;
  while (performance.now() - from < time * 1000) {
    const completed = await run();
    if (shape === "S3" && completed !== 3) throw new Error(`S3 completed ${completed} user tasks, not 3`);
    done++;
  }
  return done / ((performance.now() - from) / 1000);
}

const last = { S1: ["t1", "t10", "end"], S2: ["task_a", "task_d", "join", "end"], S3: ["review", "approve", "approved"] }[shape];
const ended = new Set();
await run(ended);
const missing = last.filter((id) => !ended.has(id));
if (missing.length > 0) throw new Error(`${shape} never reached ${missing.join(", ")}`);
await measure(1);
console.log((await measure(seconds)).toFixed(0));
