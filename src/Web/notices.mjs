// The licences of what is bundled, each package's own text. One that carries no licence file is noticed by its author and the
// text its package.json names.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const web = path.dirname(fileURLToPath(import.meta.url));
const modules = path.resolve(web, "../../node_modules");

/** Adds the packages whose files a bundle was made of. */
export function bundled(metafile, used) {
  for (const input of Object.keys(metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
    if (name) used.add(name);
  }
}

export async function notices(used) {
  const parts = [];
  for (const name of [...used].sort()) {
    const folder = path.join(modules, name);
    const { version, license, author } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const own = ["LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "license", "LICENSE-MIT"].map((file) => path.join(folder, file)).find(existsSync);
    const text = await readFile(own ?? path.join(web, "licences", `${license}.txt`), "utf8");
    const holder = own ? "" : `Copyright (c) ${author?.name ?? author}\n\n`;
    parts.push(`${name} ${version} (${license})\n\n${holder}${text}`);
  }
  return parts.join("\n----\n\n");
}
