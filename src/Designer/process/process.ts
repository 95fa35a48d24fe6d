// The editor of processes: bpmn-js with the panels, the words and the findings of this platform.
import type { Desk } from "../desk/desk";
import type { Editor } from "../desk/editor";
import type { DocumentAnswer } from "../desk/server";
import { say } from "../texts/texts";
import type { Canvas, Diagram, EventBus } from "./bpmn";
import { CounterExample } from "./counter-example";
import { createModeler, createViewer } from "./modeler";
import { Problems } from "./problems";
import { Scenarios } from "./scenarios";
import { fit, tools } from "./tools";

export async function openEditor(desk: Desk, document: DocumentAnswer): Promise<Editor> {
  const diagram: Diagram = document.mayChange ? createModeler(desk) : createViewer(desk);
  const editor: Editor = {
    content: async () => (await diagram.saveXML({ format: true })).xml ?? "",
    show: async (content) => {
      await diagram.importXML(content);
    },
  };
  await show(desk, diagram, document.content);
  if (document.mayChange) {
    const bus = diagram.get<EventBus>("eventBus");
    bus.on("commandStack.changed", () => desk.changed());
  }
  tools(desk, diagram, document.mayChange);
  const story = new CounterExample(diagram, desk.canvas);
  new Problems(desk, diagram, story).begin(document.content);
  new Scenarios(desk, diagram, document).begin();
  return editor;
}

/** A file that bpmn-js can't draw stays as it is: it is said, and nothing can be drawn over it. */
async function show(desk: Desk, diagram: Diagram, content: string): Promise<void> {
  try {
    await diagram.importXML(content);
    fit(diagram.get<Canvas>("canvas"));
  } catch (failure) {
    desk.canvas.append(say("process.unreadable", { message: String((failure as Error).message) }));
    throw failure;
  }
}
