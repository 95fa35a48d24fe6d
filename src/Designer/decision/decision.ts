// The editor of decisions: dmn-js, with the server's check on the rules and evaluations of example inputs.
import Modeler from "dmn-js/lib/Modeler";
import NavigatedViewer from "dmn-js/lib/NavigatedViewer";
import type { Desk } from "../desk/desk";
import { button, make } from "../desk/dom";
import type { Editor } from "../desk/editor";
import type { DocumentAnswer } from "../desk/server";
import { say } from "../texts/texts";
import { Checks } from "./checks";
import type { DecisionDiagram, View } from "./dmn";
import { Rows } from "./rows";
import { translation } from "./translate/translation";
import { Trial } from "./trial";

export async function openEditor(desk: Desk, document: DocumentAnswer): Promise<Editor> {
  desk.side.hidden = true;
  const additionalModules = [translation];
  const views = { additionalModules };
  const Kind = document.mayChange ? Modeler : NavigatedViewer;
  const diagram: DecisionDiagram = new Kind({
    container: desk.canvas,
    drd: views,
    decisionTable: views,
    literalExpression: views,
    boxedExpression: views,
  });
  if (document.mayChange) watch(desk, diagram);
  viewButtons(desk, diagram);
  await show(desk, diagram, document.content);
  const rows = new Rows(diagram);
  const trial = new Trial(desk, diagram, rows);
  new Checks(desk, rows, trial).begin(document.content);
  trial.begin();
  return {
    content: async () => (await diagram.saveXML({ format: true })).xml ?? "",
    show: (content) => show(desk, diagram, content),
  };
}

async function show(desk: Desk, diagram: DecisionDiagram, content: string): Promise<void> {
  try {
    await diagram.importXML(content);
    const table = diagram.getViews().find((view) => view.type === "decisionTable");
    if (table) await diagram.open(table);
  } catch (failure) {
    desk.canvas.append(say("decision.unreadable", { message: String((failure as Error).message) }));
    throw failure;
  }
}

/** Every view has a bus of its own; each is listened to once. */
function watch(desk: Desk, diagram: DecisionDiagram): void {
  const heard = new WeakSet<object>();
  diagram.on("views.changed", () => {
    const bus = diagram.getActiveViewer()?.get("eventBus");
    if (!bus || heard.has(bus)) return;
    heard.add(bus);
    bus.on("commandStack.changed", () => desk.changed());
    bus.on("elements.changed", () => desk.changed());
  });
}

function viewButtons(desk: Desk, diagram: DecisionDiagram): void {
  const place = make("div", { class: "dz-views", role: "group", "aria-label": say("decision.views") });
  desk.bar.append(place);
  diagram.on("views.changed", (event) => {
    const { views, activeView } = event as { views: View[]; activeView?: View };
    place.replaceChildren(
      ...views.map((view) => {
        const label = view.type === "drd" ? "DRD" : (view.element.name ?? view.element.id);
        const choose = button(label, () => void diagram.open(view), "btn s quiet");
        choose.setAttribute("aria-pressed", String(view.element === activeView?.element && view.type === activeView?.type));
        return choose;
      }),
    );
  });
}
