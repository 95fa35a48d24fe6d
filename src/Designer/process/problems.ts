// Problems as one draws: the server's check after every rest, as a list, as marks on the elements, and under the fields.
import type { Desk } from "../desk/desk";
import { button, make } from "../desk/dom";
import type { Tab } from "../desk/drawer";
import { Refused, Unreachable } from "../desk/server";
import { say } from "../texts/texts";
import type { Canvas, Diagram } from "./bpmn";
import type { Problem, ProcessCheck, ProcessVerdict } from "./check";
import type { CounterExample } from "./counter-example";
import { FieldErrors } from "./field-errors";
import { Marks } from "./marks";

/** Rest after the last change before the check is asked for, in milliseconds. */
const rest = 700;

export class Problems {
  private readonly tab: Tab;
  private readonly marks: Marks;
  private readonly fields: FieldErrors | undefined;
  private readonly verdict = make("div", { class: "dz-verdicts", "aria-live": "polite" });
  private readonly list = make("ul", { class: "dz-problems" });
  private timer = 0;
  private asked: AbortController | undefined;

  constructor(
    private readonly desk: Desk,
    diagram: Diagram,
    private readonly story: CounterExample,
  ) {
    this.tab = desk.drawer.add("problems", say("problems.tab"));
    this.tab.panel.append(this.verdict, this.list);
    this.marks = new Marks(diagram, "dz-problem");
    const panel = diagram.get("propertiesPanel", false);
    const root = () => diagram.get<Canvas>("canvas").getRootElement();
    this.fields = panel ? new FieldErrors(diagram.get("eventBus"), diagram.get("selection"), root) : undefined;
  }

  begin(content: string): void {
    this.desk.onChange(() => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.desk.content().then((now) => this.check(now)), rest);
    });
    void this.check(content);
  }

  private async check(content: string): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    try {
      this.show(await this.desk.server.post<ProcessCheck>("check", { kind: "process", content }, asked.signal));
    } catch (failure) {
      if (asked.signal.aborted) return;
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.tab.count(null);
      this.verdict.replaceChildren(make("p", {}, failure instanceof Refused ? failure.sentence : say("problems.away")));
    }
  }

  private show(check: ProcessCheck): void {
    this.marks.clear();
    this.story.forget();
    this.fields?.show(check.problems);
    const unsound = check.processes.filter((each) => each.sound === false).length;
    const count = check.problems.length + unsound;
    this.tab.count(count, count === 0 ? "good" : "bad");
    this.tab.panel.dataset.checked = String(Number(this.tab.panel.dataset.checked ?? 0) + 1);
    this.verdict.replaceChildren(...check.processes.map((each) => this.verdictOf(each)));
    if (check.problems.length === 0 && unsound === 0) this.verdict.append(make("p", { class: "dz-fine" }, say("problems.none")));
    this.list.replaceChildren(...check.problems.map((each) => this.lineOf(each)));
    const byElement = Map.groupBy(check.problems, (problem) => problem.element ?? "");
    for (const [element, problems] of byElement) this.marks.mark(element, "dz-wrong", this.badge(problems));
    for (const id of check.processes.flatMap((each) => each.deadElements ?? [])) this.marks.mark(id, "dz-dead");
  }

  private verdictOf(verdict: ProcessVerdict): HTMLElement {
    const line = make("div", { class: "dz-verdict" }, make("p", {}, verdict.sentence));
    line.dataset.sound = String(verdict.sound);
    if (verdict.counterExample.length > 0) {
      line.append(button(say("problems.play"), () => this.story.play(verdict), "btn s pri"));
    }
    for (const id of verdict.deadElements ?? []) {
      line.append(button(say("problems.dead", { name: this.marks.nameOf(id) }), () => this.marks.go(id), "dz-link"));
    }
    return line;
  }

  private lineOf(problem: Problem): HTMLElement {
    const name = problem.element ? this.marks.nameOf(problem.element) : "";
    return make(
      "li",
      {},
      problem.element ? button(name, () => this.marks.go(problem.element), "dz-link") : "",
      make("span", {}, problem.sentence),
      problem.detail ? make("span", { class: "dz-detail", lang: "en" }, problem.detail) : "",
      make("code", {}, problem.rule),
    );
  }

  private badge(problems: Problem[]): HTMLElement {
    const sentences = problems.map((each) => each.sentence).join("\n");
    const badge = make("button", { type: "button", class: "dz-badge", title: sentences }, String(problems.length));
    badge.setAttribute("aria-label", sentences);
    badge.addEventListener("click", () => this.tab.open());
    return badge;
  }
}
