// Seals and opens in a real browser with the built library, beside raw AES-GCM of WebCrypto in the same page.
//   node perf/sealing.mjs CHROMIUM [MB] [ROUNDS]
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate, until, withPage } from "./chromium.mjs";

const [chromium, megabytes = "64", rounds = "3"] = process.argv.slice(2);
const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../src/Web/dist");
const library = JSON.parse(readFileSync(path.join(dist, "manifest.json"), "utf8"))["sealing.js"];
const server = createServer((request, answer) => {
  const name = path.basename(request.url);
  answer.setHeader("Content-Type", name.endsWith(".js") ? "text/javascript" : "text/html");
  answer.end(name.endsWith(".js") ? readFileSync(path.join(dist, name)) : "<!doctype html><title>sealing</title>");
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${server.address().port}`;
try {
  const figures = await withPage(chromium, async (page) => {
    await page("Page.enable");
    await page("Page.navigate", { url });
    await until(page, `location.href.startsWith(${JSON.stringify(url)}) && document.readyState === "complete"`);
    return evaluate(page, `(${measure})(${JSON.stringify(`${url}/${library}`)}, ${Number(megabytes)}, ${Number(rounds)})`);
  });
  const raw = figures.speeds["raw AES-GCM, 1 MiB at once"];
  for (const [name, speed] of Object.entries(figures.speeds)) console.log(`browser ${name}: ${speed.toFixed(0)} MB/s, ${((100 * speed) / raw).toFixed(0)} % of raw`);
  console.log(`browser: the heap grew by ${figures.heap.toFixed(1)} MB at most while ${megabytes} MB were sealed into the database`);
} finally {
  server.close();
}

/** Runs in the page: medians over the rounds, in MB per second; the ways alternate. */
async function measure(library, megabytes, rounds) {
  const s = await import(library);
  const size = megabytes * 1024 * 1024;
  const parts = Array.from({ length: megabytes * 16 }, () => crypto.getRandomValues(new Uint8Array(65536)));
  const source = s.blobSource(new Blob(parts));
  const notice = { lots: 1, sizes: { open: 512, qualification: 512, technical: size + 8 }, holders: [] };
  const [hash, root, chance] = [s.random(32), s.random(32), s.newChance()];
  const section = { lot: 0, kind: s.SectionKind.Technical };
  const key = await s.importAesKey(s.random(32));
  let body;

  const raw = (piece, atOnce) => async () => {
    for (let at = 0; at < size; at += piece * atOnce) {
      const read = await source.read(at, Math.min(size, at + piece * atOnce));
      const nonces = Array.from({ length: Math.ceil(read.length / piece) }, (_, number) => s.nonceOf(new Uint8Array(12), at + number));
      await Promise.all(nonces.map((nonce, number) => s.encrypt(key, nonce, read.subarray(number * piece, (number + 1) * piece))));
    }
  };
  const seal = async () => {
    const sealer = await s.Sealer.begin(notice, hash, root, 1, chance);
    const pieces = [];
    for await (const piece of sealer.body(new Map([[s.indexOfSection(section, 1), source]]))) pieces.push(piece.bytes);
    body = new Blob(pieces);
  };
  const open = async () => {
    const secrets = await s.AttemptSecrets.of(root, hash, 1, chance.nonce);
    const keys = await s.contentKeyOf(secrets.base, section, await secrets.section(section), chance.holderSecret);
    const { start, length } = s.placeOf(notice, section);
    const plain = s.decryptChunks(keys.key, secrets.base, s.blobSource(body.slice(start, start + length)));
    let next;
    do next = await plain.next();
    while (!next.done);
    if (!next.value) throw new Error("The body doesn't open.");
  };

  // As the page does it: every piece goes into the browser's database before the next is made.
  let heap = 0;
  const opened = indexedDB.open("pieces", 1);
  opened.onupgradeneeded = () => opened.result.createObjectStore("pieces");
  await new Promise((done) => (opened.onsuccess = done));
  const keep = async () => {
    const before = performance.memory.usedJSHeapSize;
    const sealer = await s.Sealer.begin(notice, hash, root, 1, chance);
    for await (const piece of sealer.body(new Map([[s.indexOfSection(section, 1), source]]))) {
      const transaction = opened.result.transaction("pieces", "readwrite");
      transaction.objectStore("pieces").put(piece.bytes, piece.index);
      await new Promise((done, failed) => ((transaction.oncomplete = done), (transaction.onerror = failed)));
      heap = Math.max(heap, performance.memory.usedJSHeapSize - before);
    }
  };

  const ways = { "raw AES-GCM, 1 MiB at once": raw(1024 * 1024, 1), "raw AES-GCM, 16 KiB, sixteen at once": raw(16 * 1024, 16), seal, open, "seal into the database": keep };
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const from = performance.now();
      await way();
      // The first round warms up.
      if (round > 0) times[name].push(performance.now() - from);
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const speeds = Object.entries(times).map(([name, values]) => [name, (1000 * megabytes) / median(values)]);
  return { speeds: Object.fromEntries(speeds), heap: heap / 1048576 };
}
