// One scenario file opened to be changed: its text, checked to be JSON while one writes.
import { button, make } from "../desk/dom";
import type { ScenarioFile } from "../desk/server";
import { say } from "../texts/texts";
import type { Diagram, ElementRegistry } from "./bpmn";

export class ScenarioSheet {
  private readonly text: HTMLTextAreaElement;
  private readonly wrong = make("p", { class: "dz-failure", role: "status" });
  private readonly keep: HTMLButtonElement;
  readonly element: HTMLElement;
  private file: ScenarioFile | undefined;

  constructor(
    mayChange: boolean,
    private readonly save: (file: ScenarioFile) => void,
    remove: (file: ScenarioFile) => void,
  ) {
    this.text = make("textarea", { spellcheck: "false", id: "dz-scenario", readonly: !mayChange, input: () => this.look() });
    this.keep = button(say("scenarios.save"), () => this.send());
    const acts = mayChange ? [this.keep, button(say("scenarios.remove"), () => this.file && remove(this.file), "btn s quiet")] : [];
    const label = make("label", { for: "dz-scenario" }, say("scenarios.text"));
    this.element = make("div", { class: "dz-sheet", hidden: true }, label, this.text, this.wrong, make("div", { class: "dz-acts" }, ...acts));
  }

  open(file: ScenarioFile): void {
    this.file = file;
    this.text.value = file.content;
    this.element.hidden = false;
    this.look();
  }

  close(): void {
    this.file = undefined;
    this.element.hidden = true;
  }

  private look(): void {
    try {
      JSON.parse(this.text.value);
      this.wrong.textContent = "";
      this.keep.disabled = false;
    } catch (failure) {
      this.wrong.textContent = say("scenarios.not-json", { message: (failure as Error).message });
      this.keep.disabled = true;
    }
  }

  private send(): void {
    if (!this.file) return;
    this.file.content = this.text.value;
    this.save(this.file);
  }
}

/** A story to begin with: every user task of the diagram completed in the order they were drawn in. */
export function firstStory(name: string, diagram: Diagram): string {
  const tasks = diagram
    .get<ElementRegistry>("elementRegistry")
    .filter((each) => each.type === "bpmn:UserTask" && !each.labelTarget)
    .sort((one, other) => one.x - other.x);
  const when = tasks.map((task) => {
    const outcome = firstOutcome(task.businessObject.get("extensionElements") as { values?: Outcomes[] } | undefined);
    return outcome === undefined ? { complete: task.id } : { complete: task.id, outcome };
  });
  const story = { name, given: { variables: {}, jobs: { "*": {} } }, when, then: { state: "completed" } };
  return JSON.stringify({ model: "process.bpmn", scenarios: [story] }, null, 2) + "\n";
}

interface Outcomes {
  $type: string;
  outcomes?: { value?: string }[];
}

function firstOutcome(extensions: { values?: Outcomes[] } | undefined): string | undefined {
  return extensions?.values?.find((each) => each.$type === "approvals:Outcomes")?.outcomes?.[0]?.value;
}
