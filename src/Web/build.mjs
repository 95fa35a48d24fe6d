// Builds what the browser loads: one stylesheet, the islands, the icon sheet, and a manifest that maps their
// plain names to hashed ones, so that the server may let browsers keep them for ever.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { bundled, notices } from "./notices.mjs";

const web = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(web, "../..");
const dist = path.join(web, "dist");
const modules = path.join(root, "node_modules");
const manifest = {};

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
execFileSync(process.execPath, [path.join(modules, "typescript/bin/tsc"), "--noEmit", "-p", web], { stdio: "inherit" });

const used = new Set(["govuk-frontend"]);
await Promise.all([styles(), islands(), icons()]);
await writeFile(path.join(dist, "licences.txt"), await notices(used));
await writeFile(path.join(dist, "manifest.json"), JSON.stringify(manifest, Object.keys(manifest).sort(), 2) + "\n");

// The theme first, then every component and page beside its view: a component's look lives in its own folder.
async function styles() {
  const own = ["src/Server/Components", "src/Server/Pages"];
  const files = (await Promise.all(own.map((folder) => scssIn(path.join(root, folder))))).flat();
  const names = ["src/Web/styles/theme", ...files.map((file) => path.relative(root, file).replace(/\.scss$/, "")), "src/Web/styles/print"];
  const entry = names.map((name, index) => `@use "${name.replaceAll("\\", "/")}" as u${index};`).join("\n");
  const { css } = sass.compileString(entry, { loadPaths: [root, modules], style: "compressed", quietDeps: true });
  await emit("site.css", css);
}

// The islands, their workers, and the sealing library as one module: what pages load is what the tests hold against the server's.
async function islands() {
  const entries = new Map([[path.join(web, "sealing/index.ts"), "sealing"]]);
  for (const folder of ["islands", "workers"].map((name) => path.join(web, name))) {
    for (const name of await readdir(folder)) {
      if (name.endsWith(".ts") && !name.endsWith(".d.ts")) entries.set(path.join(folder, name), path.parse(name).name);
    }
  }
  const { metafile } = await esbuild.build({
    entryPoints: Array.from(entries, ([file, name]) => ({ in: file, out: name })),
    outdir: dist,
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) manifest[`${entries.get(path.resolve(entryPoint))}.js`] = path.basename(output);
  }
  bundled(metafile, used);
}

// One file with a <symbol> per icon: pages show them with <use>, colours come from the page.
async function icons() {
  const folder = path.join(web, "icons");
  const symbols = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".svg")).sort()) {
    const svg = (await readFile(path.join(folder, name), "utf8")).trim();
    symbols.push(svg.replace(/^<svg xmlns="[^"]+"/, `<symbol id="${name.slice(0, -4)}"`).replace(/<\/svg>$/, "</symbol>"));
  }
  const seal = await readFile(path.join(folder, "seal.svg"), "utf8");
  await emit("favicon.svg", seal.replaceAll("var(--stamp)", "#b4231b"));
  await emit("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`);
}

async function emit(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const { name: stem, ext } = path.parse(name);
  manifest[name] = `${stem}.${hash}${ext}`;
  await writeFile(path.join(dist, manifest[name]), text);
}

async function scssIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((name) => name.endsWith(".scss")).sort().map((name) => path.join(folder, name));
}
