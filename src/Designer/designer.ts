// The page of one document: opens the editor that its kind needs. Each editor is a chunk of its own.
import { Desk } from "./desk/desk";
import type { EditorModule } from "./desk/editor";

declare const STYLESHEETS: Record<string, string>;

const editors: Record<string, () => Promise<EditorModule>> = {
  process: () => import("./process/process"),
  decision: () => import("./decision/decision"),
  form: () => import("./form/form"),
};

const root = document.getElementById("designer");
if (root) {
  void open(root);
}

async function open(place: HTMLElement): Promise<void> {
  const kind = place.dataset.kind ?? "";
  const module = editors[kind];
  if (!module) return;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = STYLESHEETS[kind] ?? "";
  const styled = new Promise((resolve) => sheet.addEventListener("load", resolve, { once: true }));
  document.head.append(sheet);
  const [{ openEditor }] = await Promise.all([module(), styled]);
  await new Desk(place).open(openEditor);
  performance.mark("designer-ready");
  place.dataset.ready = "true";
}
