// Times the designer in a real browser: to interactive per editor, and the frames of a drag in a large diagram.
//   node perf/designer.mjs URL CHROMIUM [ELEMENTS] [MOVES]
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { evaluate, until, withPage } from "./chromium.mjs";

const [url, chromium, elements = "500", moves = "100"] = process.argv.slice(2);
const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../src/Designer/dist");
const runs = 5;

sizes();
await withPage(chromium, measure);

async function measure(page) {
  await page("Emulation.setDeviceMetricsOverride", { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false });
  await signIn(page);
  for (const kind of ["process", "decision", "form"]) {
    const id = await make(page, kind, null);
    const cold = await ready(page, id, true);
    const warm = [];
    for (let i = 0; i < runs; i++) warm.push(await ready(page, id, false));
    console.log(`${kind}: interactive after ${cold} ms with an empty cache, ${median(warm)} ms with a warm one (median of ${runs})`);
  }
  const id = await make(page, "process", large(Number(elements)));
  console.log(`process of ${elements} elements: interactive after ${await ready(page, id, false)} ms`);
  await drag(page);
}

async function signIn(page) {
  await open(page, "/account/sign-in");
  await evaluate(page, `document.querySelector("[name='Form.Name']").value = "luchengzhi"; document.querySelector("[name='Form.Password']").value = "Qingyuan-2026"; document.querySelector("[name='Form.Password']").form.requestSubmit(); 0`);
  await until(page, `!location.pathname.includes("sign-in")`);
}

/** Makes a document by the designer's own endpoint, with the token of a page. */
async function make(page, kind, content) {
  await open(page, "/design/new?kind=process");
  const body = JSON.stringify({ kind, name: `perf ${kind}${content ? " large" : ""}`, folder: "", content });
  return evaluate(
    page,
    `fetch("/design/api/documents", { method: "POST", headers: { "Content-Type": "application/json", RequestVerificationToken: document.querySelector("[name=__RequestVerificationToken]").value }, body: ${JSON.stringify(body)} }).then((answer) => answer.json()).then((made) => made.id)`,
  );
}

/** From the start of the navigation to the moment the editor takes input, in milliseconds. */
async function ready(page, id, isCold) {
  if (isCold) await page("Network.clearBrowserCache");
  await open(page, `/design/documents/${id}`);
  await until(page, `performance.getEntriesByName("designer-ready").length > 0`);
  return Math.round(await evaluate(page, `performance.getEntriesByName("designer-ready")[0].startTime`));
}

/** Drags a task in the middle by the mouse, one move after another, while every frame is noted. */
async function drag(page) {
  const place = await evaluate(page, `(() => { scrollTo(0, 0); const all = [...document.querySelectorAll(".djs-shape[data-element-id^=task]")]; document.querySelector(".dz-canvas").scrollIntoView(); const canvas = document.querySelector(".dz-canvas").getBoundingClientRect(); const middle = all.map((each) => each.getBoundingClientRect()).sort((a, b) => Math.hypot(a.x - canvas.x - canvas.width / 2, a.y - canvas.y - canvas.height / 2) - Math.hypot(b.x - canvas.x - canvas.width / 2, b.y - canvas.y - canvas.height / 2))[0]; return { x: middle.x + middle.width / 2, y: middle.y + middle.height / 2 }; })()`);
  const mouse = (type, x, y) => page("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1 });
  await mouse("mousePressed", place.x, place.y);
  await mouse("mouseMoved", place.x + 8, place.y + 8);
  await evaluate(page, `window.frames_ = []; (function frame(at) { window.frames_.push(at); window.frames_.id = requestAnimationFrame(frame); })(performance.now()); 0`);
  for (let i = 0; i < Number(moves); i++) await mouse("mouseMoved", place.x + 8 + Math.round(120 * Math.sin(i / 12)), place.y + 8 + Math.round(90 * Math.cos(i / 9)));
  const frames = await evaluate(page, `cancelAnimationFrame(window.frames_.id), [...window.frames_]`);
  await mouse("mouseReleased", place.x + 40, place.y + 40);
  const times = frames.slice(1).map((at, i) => at - frames[i]).sort((a, b) => a - b);
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
  console.log(`drag of ${moves} moves: ${times.length} frames, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`);
}

/** Rows of tasks, each row a chain from a start to an end, all drawn. */
function large(count) {
  const perRow = 25;
  let nodes = "";
  let shapes = "";
  for (let row = 0; row * perRow < count; row++) {
    const ids = [];
    for (let i = 0; i < perRow && row * perRow + i < count; i++) {
      const isEdge = i === 0 || i === perRow - 1 || row * perRow + i === count - 1;
      const id = `${isEdge ? "event" : "task"}${row}_${i}`;
      const [x, y] = [100 + i * 150, 80 + row * 110];
      const tag = !isEdge ? "userTask" : i === 0 ? "startEvent" : "endEvent";
      nodes += `<${tag} id="${id}"/>`;
      shapes += `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${isEdge ? y + 22 : y}" width="${isEdge ? 36 : 100}" height="${isEdge ? 36 : 80}"/></bpmndi:BPMNShape>`;
      if (i > 0) {
        nodes += `<sequenceFlow id="flow${row}_${i}" sourceRef="${ids.at(-1)}" targetRef="${id}"/>`;
        shapes += `<bpmndi:BPMNEdge id="flow${row}_${i}_di" bpmnElement="flow${row}_${i}"><di:waypoint x="${x - 50}" y="${y + 40}"/><di:waypoint x="${x}" y="${y + 40}"/></bpmndi:BPMNEdge>`;
      }
      ids.push(id);
    }
  }
  return `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="perf"><process id="perf_large" name="perf" isExecutable="true">${nodes}</process><bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="perf_large">${shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
}

/** What a page of each kind loads, from the imports of its chunks. */
function sizes() {
  const manifest = JSON.parse(readFileSync(path.join(dist, "manifest.designer.json"), "utf8"));
  const read = (name) => readFileSync(path.join(dist, name));
  const own = Object.keys(manifest).filter((name) => name.startsWith("designer-") && name.endsWith(".js"));
  for (const kind of ["process", "decision", "form"]) {
    const first = own.find((name) => name.startsWith(`designer-${kind}.`));
    const files = new Set([manifest["designer.js"], manifest["designer.css"], manifest[`${kind}.css`], first]);
    for (const name of files) for (const [, chunk] of read(name).toString().matchAll(/(?:from|import)\s*"\.\/(designer-chunk[^"]+)"/g)) files.add(chunk);
    const total = (pack) => Math.round([...files].reduce((sum, name) => sum + pack(read(name)).length, 0) / 1024);
    console.log(`${kind}: ${files.size} files, ${total((each) => each)} KB, ${total((each) => gzipSync(each))} KB gzip, ${total((each) => brotliCompressSync(each))} KB brotli`);
  }
}

async function open(page, address) {
  await page("Page.enable");
  await page("Page.navigate", { url: url + address });
  await until(page, `document.readyState === "complete" && location.href.startsWith(${JSON.stringify(url)})`);
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
