// The editor of forms: form-js, with the page beside it as the server draws it for applicants.
import { FormEditor } from "@bpmn-io/form-js-editor";
import type { Desk } from "../desk/desk";
import type { Editor } from "../desk/editor";
import type { DocumentAnswer } from "../desk/server";
import { relabel } from "../desk/relabel";
import { say, spoken } from "../texts/texts";
import { Bindings } from "./bindings";
import { Preview } from "./preview";
import { hans } from "./zh-hans";
import { hant } from "./zh-hant";

const words: Record<string, Record<string, string>> = { "zh-Hans": hans, "zh-Hant": hant };

interface FormJs {
  importSchema(schema: object): Promise<unknown>;
  saveSchema(): object;
  on(event: string, listener: () => void): void;
}

export async function openEditor(desk: Desk, document: DocumentAnswer): Promise<Editor> {
  let unchanged = document.content;
  let read = () => unchanged;
  let show = async (content: string) => void (unchanged = content);
  if (document.mayChange) {
    const form: FormJs = new FormEditor({ container: desk.canvas, propertiesPanel: { parent: desk.side } });
    show = async (content) => {
      try {
        await form.importSchema(JSON.parse(content) as object);
      } catch (failure) {
        desk.canvas.append(say("form.unreadable", { message: String((failure as Error).message) }));
        throw failure;
      }
    };
    await show(document.content);
    for (const place of [desk.canvas, desk.side]) relabel(place, words[spoken()]);
    read = () => JSON.stringify(form.saveSchema(), null, 2) + "\n";
    form.on("commandStack.changed", () => desk.changed());
  } else {
    desk.canvas.hidden = true;
    desk.side.hidden = true;
  }
  const preview = new Preview(desk);
  preview.begin(read());
  new Bindings(desk, document).begin(read());
  return {
    content: () => Promise.resolve(read()),
    show: async (content) => {
      await show(content);
      preview.draw(content);
    },
  };
}
