// The steps of a story, one row each, in the order they are done.
import { button, make } from "../../desk/dom";
import { say, type TextId } from "../../texts/texts";
import { expectationFields } from "./expectation";
import { choose, line, type Choice } from "./fields";
import { acts, actOf, pairsOf, pairsText, put, words, type Act, type Step } from "./story";

/** What the diagram offers to choose from. */
export interface Places {
  tasks(): Choice[];
  jobs(): Choice[];
  all(): Choice[];
  outcomes(task: string): Choice[];
}

export class Steps {
  readonly element: HTMLElement;
  private readonly body = make("tbody");

  constructor(
    private readonly steps: Step[],
    private readonly places: Places,
    private readonly changed: () => void,
    private readonly isFixed: boolean,
  ) {
    const heads: TextId[] = ["scenario.when.what", "scenario.when.where", "scenario.when.result", "scenario.when.by", "scenario.when.groups", "scenario.when.rejected", "scenario.when.acts"];
    const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, say(head))))), this.body);
    const add = isFixed ? "" : button(say("scenario.when.add"), () => this.change(() => this.steps.push({ complete: this.places.tasks()[0]?.value ?? "" })));
    this.element = make("div", { class: "dz-steps", tabindex: "0", role: "group", "aria-label": say("scenario.when.head") }, table, add);
    this.show();
  }

  private change(act: () => void): void {
    act();
    this.show();
    this.changed();
  }

  private show(): void {
    this.body.replaceChildren(...this.steps.flatMap((step, index) => this.rowsOf(step, index)));
  }

  private rowsOf(step: Step, index: number): HTMLElement[] {
    const act = actOf(step);
    const label = (field: TextId) => say("scenario.when.number", { number: index + 1, field: say(field) });
    const write = (name: keyof Step) => (value: string) => this.change(() => put(step, name, value));
    const kinds = (Object.keys(acts) as Act[]).map((each) => ({ value: each, label: say(`scenario.step.${each}`) }));
    const cells = [
      choose(label("scenario.when.what"), act, kinds, (value) => this.change(() => this.become(index, value as Act)), this.isFixed),
      this.placeOf(step, act, label("scenario.when.where")),
      this.resultOf(step, act, label("scenario.when.result")),
      line(label("scenario.when.by"), step.by ?? "", write("by"), this.isFixed),
      line(label("scenario.when.groups"), (step.groups ?? []).join(" "), (value) => this.change(() => put(step, "groups", words(value))), this.isFixed),
      line(label("scenario.when.rejected"), step.rejected ?? "", write("rejected"), this.isFixed),
      this.isFixed ? "" : this.orderOf(index),
    ];
    const row = make("tr", {}, ...cells.map((cell) => make("td", {}, cell)));
    if (!step.expect) return [row];
    const expected = expectationFields(step.expect, this.changed, this.isFixed);
    return [row, make("tr", {}, make("td", { colspan: "7" }, expected))];
  }

  private placeOf(step: Step, act: Act, label: string): Node | string {
    const kind = acts[act];
    const value = String(step[act] ?? "");
    const write = (text: string) => this.change(() => ((step as Record<string, unknown>)[act] = text));
    if (kind === "none") return "";
    if (kind === "text") return line(label, value, write, this.isFixed);
    const choices = kind === "task" ? this.places.tasks() : kind === "job" ? this.places.jobs() : this.places.all();
    const isThere = value === "" || choices.some((each) => each.value === value);
    return choose(label, value, isThere ? choices : [...choices, { value, label: say("scenario.when.lost", { id: value }) }], write, this.isFixed);
  }

  private resultOf(step: Step, act: Act, label: string): Node | string {
    const write = (name: keyof Step) => (value: string) => this.change(() => put(step, name, value));
    if (act === "complete") {
      const outcomes = [{ value: "", label: "—" }, ...this.places.outcomes(String(step.complete ?? ""))];
      return choose(label, step.outcome ?? "", outcomes, write("outcome"), this.isFixed);
    }
    if (act === "return") return choose(label, step.to ?? "", this.places.tasks(), write("to"), this.isFixed);
    if (act === "message") return line(label, step.key ?? "", write("key"), this.isFixed);
    if (act === "error") return line(label, step.code ?? "", write("code"), this.isFixed);
    if (act !== "set") return "";
    return line(label, pairsText(step.variables ?? {}), (value) => this.change(() => (step.variables = pairsOf(value))), this.isFixed);
  }

  private orderOf(index: number): HTMLElement {
    const up = button("↑", () => this.change(() => this.steps.splice(index - 1, 2, this.steps[index] as Step, this.steps[index - 1] as Step)));
    up.disabled = index === 0;
    up.setAttribute("aria-label", say("scenario.when.up", { number: index + 1 }));
    const drop = button("×", () => this.change(() => this.steps.splice(index, 1)));
    drop.setAttribute("aria-label", say("scenario.when.drop", { number: index + 1 }));
    return make("div", { class: "dz-acts" }, up, drop);
  }

  /** Another kind of step keeps who does it. */
  private become(index: number, act: Act): void {
    const { by, groups } = this.steps[index] as Step;
    const value = act === "expect" ? {} : act === "set" ? true : act === "advance" ? "P1D" : acts[act] === "task" ? (this.places.tasks()[0]?.value ?? "") : "";
    this.steps[index] = { [act]: value, ...(by ? { by } : {}), ...(groups ? { groups } : {}) };
  }
}
