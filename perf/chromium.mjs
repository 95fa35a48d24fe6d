// A real browser under measurement, spoken to by its own protocol over a pipe.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Starts the browser on a profile of its own, gives its page to the work, and ends it. */
export async function withPage(chromium, work) {
  const profile = mkdtempSync(path.join(tmpdir(), "approvals-perf-"));
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-precise-memory-info", `--user-data-dir=${profile}`, "--remote-debugging-pipe", "about:blank"];
  const browser = spawn(chromium, options, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  try {
    const send = connect(browser);
    const { targetInfos } = await send("Target.getTargets");
    const { sessionId } = await send("Target.attachToTarget", { targetId: targetInfos.find((each) => each.type === "page").targetId, flatten: true });
    return await work((method, parameters) => send(method, parameters, sessionId));
  } finally {
    browser.kill();
    await new Promise((done) => browser.once("exit", done));
    rmSync(profile, { recursive: true, force: true });
  }
}

export async function evaluate(page, expression) {
  const { result, exceptionDetails } = await page("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

export async function until(page, condition) {
  for (let tries = 0; tries < 600; tries++) {
    if (await evaluate(page, condition).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Never: ${condition}`);
}

/** Messages end with a zero byte. */
function connect(browser) {
  const [, , , out, back] = browser.stdio;
  const waiting = new Map();
  let next = 0;
  let rest = "";
  back.on("data", (data) => {
    rest += data;
    const messages = rest.split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map((each) => JSON.parse(each))) {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) reject?.(new Error(error.message));
      else resolve?.(result);
    }
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      waiting.set(++next, { resolve, reject });
      out.write(JSON.stringify({ id: next, method, params, sessionId }) + "\0");
    });
}
