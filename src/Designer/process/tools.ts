// The buttons above the canvas: undo, redo, zoom, and the token simulation.
import type { Desk } from "../desk/desk";
import { button } from "../desk/dom";
import { say } from "../texts/texts";
import type { Canvas, CommandStack, Diagram, EventBus } from "./bpmn";

/** The whole diagram, clear of the palette. */
export function fit(canvas: Canvas): void {
  const scale = canvas.zoom("fit-viewport", "auto");
  canvas.zoom(Math.min(1, scale * 0.86), "auto");
  canvas.scroll({ dx: 50, dy: 0 });
}

export function tools(desk: Desk, diagram: Diagram, mayChange: boolean): void {
  const canvas = diagram.get<Canvas>("canvas");
  const bus = diagram.get<EventBus>("eventBus");
  if (mayChange) {
    const stack = diagram.get<CommandStack>("commandStack");
    const undo = button(say("tools.undo"), () => stack.undo(), "btn s quiet");
    const redo = button(say("tools.redo"), () => stack.redo(), "btn s quiet");
    const look = () => {
      undo.disabled = !stack.canUndo();
      redo.disabled = !stack.canRedo();
    };
    bus.on(["commandStack.changed", "import.done"], look);
    look();
    desk.bar.append(undo, redo);
  }
  desk.bar.append(
    button(say("tools.fit"), () => fit(canvas), "btn s quiet"),
    button(say("tools.full"), () => canvas.zoom(1, "auto"), "btn s quiet"),
  );
  const simulate = button(say("tools.simulate"), () => diagram.get<{ toggleMode(): void }>("toggleMode").toggleMode(), "btn s quiet");
  simulate.setAttribute("aria-pressed", "false");
  bus.on("tokenSimulation.toggleMode", (event) => simulate.setAttribute("aria-pressed", String(event.active === true)));
  desk.bar.append(simulate);
}
