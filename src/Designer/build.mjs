// Builds the designer: one small script that loads the editor a document needs, one stylesheet per editor, their fonts, and a
// manifest that maps plain names to hashed ones.
import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { validateAllZeebe } from "@bpmn-io/element-templates-validator";
import * as esbuild from "esbuild";
import { bundled, notices } from "../Web/notices.mjs";

const designer = path.dirname(fileURLToPath(import.meta.url));
const modules = path.resolve(designer, "../../node_modules");
const dist = path.join(designer, "dist");
const manifest = {};
const used = new Set();
const names = { entryNames: "[name].[hash]", chunkNames: "designer-[name].[hash]", assetNames: "[name].[hash]" };
const editors = ["process", "decision", "form"];

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
execFileSync(process.execPath, [path.join(modules, "typescript/bin/tsc"), "--noEmit", "-p", designer], { stdio: "inherit" });

await checkTemplates();

const sheets = await bundle(["designer", ...editors].map((name) => path.join(designer, "styles", `${name}.css`)), {
  loader: { ".woff": "file", ".woff2": "file", ".ttf": "file", ".eot": "file", ".svg": "file" },
});
await bundle([path.join(designer, "designer.ts")], {
  splitting: true,
  format: "esm",
  alias: { "@bpmn-io/element-templates-validator": path.join(designer, "process/checked-templates.ts") },
  define: { STYLESHEETS: JSON.stringify(Object.fromEntries(editors.map((name) => [name, `/assets/${sheets[`${name}.css`]}`]))) },
});
await writeFile(path.join(dist, "designer-licences.txt"), await notices(used));
await writeFile(path.join(dist, "manifest.designer.json"), JSON.stringify(manifest, Object.keys(manifest).sort(), 2) + "\n");

/** The editor does without the schema of element templates: a template that breaks it ends the build. */
async function checkTemplates() {
  const { outputFiles } = await esbuild.build({ entryPoints: [path.join(designer, "process/templates.ts")], bundle: true, format: "esm", write: false });
  const { templates } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  const wrong = validateAllZeebe(templates()).results.filter((each) => !each.valid);
  if (wrong.length > 0) throw new Error(wrong.map((each) => `${each.object.id}: ${each.errors.map(({ message }) => message).join(" ")}`).join("\n"));
}

/** Gives the hashed names of the entry points; every other file is in the manifest under the name it has. */
async function bundle(entryPoints, options) {
  const { metafile } = await esbuild.build({
    entryPoints,
    outdir: dist,
    ...names,
    bundle: true,
    minify: true,
    target: "es2024",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    jsx: "automatic",
    jsxImportSource: "@bpmn-io/properties-panel/preact",
    ...options,
  });
  bundled(metafile, used);
  const entries = {};
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    const file = path.basename(output);
    const plain = entryPoint && entryPoints.some((each) => path.resolve(entryPoint) === each);
    const name = plain ? path.basename(entryPoint).replace(/\.ts$/, ".js") : file;
    entries[name] = file;
    manifest[name] = file;
  }
  return entries;
}
