// Runs the FEEL cases of tests/Workflow/Feel/Cases, which our engine passes, through npm feelin, the FEEL of the browser,
// and lists where the two do not agree. Numbers agree to 12 digits: feelin computes with doubles.
//   node perf/peers/feelin-cases.js           compares with the list in docs/feel.md; exit 1 when that is not up to date
//   node perf/peers/feelin-cases.js --write   writes the list there
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { evaluate, unaryTest, isFunction, FeelDate, FeelTime, FeelDateTime, FeelDuration, FeelRange } from 'feelin';

const root = new URL('../../', import.meta.url);
const folder = new URL('tests/Workflow/Feel/Cases/', root);
const doc = new URL('docs/feel.md', root);
const version = createRequire(import.meta.url)('feelin/package.json').version;
const begin = '<!-- differences: written by perf/peers/feelin-cases.js -->';
const end = '<!-- end of differences -->';

function text(value) {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).toUpperCase() : 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(text).join(', ')}]`;
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof FeelDuration) return `@"${value}"`;
  if (value instanceof FeelRange) return range(value);
  if (isFunction(value)) return `function(${value.parameterNames.join(', ')})`;
  return `{${Object.entries(value).map(([key, entry]) => `${/^[\p{L}_?][\p{L}\p{N}_?]*$/u.test(key) ? key : quote(key)}: ${text(entry)}`).join(', ')}}`;
}

function quote(value) {
  const escapes = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return `"${value.replace(/["\\\n\r\t]/g, (c) => escapes[c])}"`;
}

function range(value) {
  return `${value['start included'] ? '[' : '('}${text(value.start)}..${text(value.end)}${value['end included'] ? ']' : ')'}`;
}

function rounded(value) {
  return value.replace(/-?\d+(\.\d+)?(E[+-]?\d+)?/g, (number) => String(Number(Number(number).toPrecision(12))));
}

function result(file, expression, context) {
  try {
    const names = context ? JSON.parse(context) : {};
    return text(file.startsWith('unary') ? unaryTest(expression, names).value : evaluate(expression, names).value);
  } catch (fault) {
    return /^(Incomplete|Unrecognized token)/.test(fault.message) ? 'error' : `throws ${fault.message}`;
  }
}

function readCases() {
  const cases = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()) {
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      if (line.length === 0 || line.startsWith('#')) continue;
      const [expression, context, expected] = line.split(' | ').map((part) => part.trim());
      // feelin reads the machine's clock, ours the moment it is given.
      if (/\b(now|today)\(\)/.test(expression)) continue;
      cases.push({ file, expression, context, expected });
    }
  }
  return cases;
}

// feelin has no limits of its own: a case that runs away costs its worker, not the run.
function runFrom(start, cases, results) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { start }, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    let next = start;
    let timer;
    let isOver = false;
    const giveUp = (reason) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      worker.terminate();
      if (next < cases.length) results[next++] = reason;
      resolve(next);
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => giveUp('does not end'), 20000);
    };
    worker.on('message', (value) => {
      if (isOver) return;
      results[next++] = value;
      if (next === cases.length) giveUp('');
      else watch();
    });
    worker.on('error', () => giveUp('does not end'));
    watch();
  });
}

if (!isMainThread) {
  for (const { file, expression, context } of readCases().slice(workerData.start)) {
    parentPort.postMessage(result(file, expression, context));
  }
} else {
  await main();
}

async function main() {
  const cases = readCases();
  const results = [];
  let next = 0;
  while (next < cases.length) next = await runFrom(next, cases, results);
  const cell = (value) => '`' + (value.length > 90 ? value.slice(0, 90) + '…' : value).replaceAll('|', '\\|') + '`';
  const count = cases.length;
  const rows = cases
    .map(({ expression, expected }, index) => ({ expression, expected, actual: results[index] }))
    .filter(({ expected, actual }) => rounded(actual) !== rounded(expected))
    .map(({ expression, expected, actual }) => `| ${cell(expression)} | ${cell(expected)} | ${cell(actual)} |`);

  const list = `${begin}
Of ${count} cases npm feelin ${version} gives ours in ${count - rows.length}; these ${rows.length} differ.

| Expression | Ours | feelin |
|---|---|---|
${rows.join('\n')}
${end}`;
  const before = readFileSync(doc, 'utf8');
  const after = before.replace(new RegExp(`${begin}[^]*${end}`), () => list.toWellFormed());
  console.log(`feelin ${version}: ${count - rows.length} of ${count} cases agree, ${rows.length} differ.`);
  if (process.argv.includes('--write')) {
    writeFileSync(doc, after);
  } else if (before !== after) {
    console.error('docs/feel.md lists other differences; run this with --write.');
    process.exitCode = 1;
  }
}
