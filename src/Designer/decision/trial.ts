// 试算: a decision of the draft for inputs a person writes; the rules that matched are shown in the table.
import type { Desk } from "../desk/desk";
import { button, make } from "../desk/dom";
import type { Tab } from "../desk/drawer";
import { Refused, Unreachable } from "../desk/server";
import { say } from "../texts/texts";
import { decisionsOf, type DecisionDiagram, type DmnElement } from "./dmn";
import type { Rows } from "./rows";

interface Evaluation {
  feel: string;
  diagnostics: { code: string; message: string }[];
  explanation: { decisions: { name: string; value: string; tables: { rules: { number: number; id: string | null }[] }[] }[] };
}

export class Trial {
  private readonly tab: Tab;
  private readonly which = make("select", { id: "dz-decision", class: "govuk-select" });
  private readonly inputs = make("textarea", { id: "dz-inputs", class: "dz-json", spellcheck: "false" });
  private readonly result = make("div", { role: "status" });

  constructor(
    private readonly desk: Desk,
    private readonly diagram: DecisionDiagram,
    private readonly rows: Rows,
  ) {
    this.tab = desk.drawer.add("trial", say("decision.try"));
    const asked = make(
      "div",
      {},
      make("label", { for: "dz-decision" }, say("decision.which")),
      this.which,
      make("label", { for: "dz-inputs" }, say("decision.inputs")),
      this.inputs,
      button(say("decision.evaluate"), () => void this.run(), "btn s pri"),
    );
    this.tab.panel.append(make("div", { class: "dz-try" }, asked, this.result));
    this.which.addEventListener("change", () => this.sample());
  }

  begin(): void {
    this.list();
    this.sample();
    this.desk.onChange(() => this.list());
  }

  /** Values are FEEL text; what is no number or boolean is sent as the text it is. */
  async take(decision: string, example: { name: string; value: string }[]): Promise<void> {
    this.which.value = decisionsOf(this.diagram).find((each) => each.id === decision || each.name === decision)?.id ?? this.which.value;
    const inputs = Object.fromEntries(example.map((each) => [each.name, valueOf(each.value)]));
    this.inputs.value = JSON.stringify(inputs, null, 2);
    this.tab.open();
    await this.run();
  }

  private list(): void {
    const chosen = this.which.value;
    this.which.replaceChildren(...decisionsOf(this.diagram).map((each) => make("option", { value: each.id }, each.name ?? each.id)));
    if (chosen) this.which.value = chosen;
  }

  private sample(): void {
    const inputs = (this.diagram.getDefinitions().drgElement ?? []).filter((each) => each.$type === "dmn:InputData");
    const logic = decisionsOf(this.diagram).find((each) => each.id === this.which.value)?.decisionLogic as Table | undefined;
    const names = inputs.map((each) => each.name ?? each.id);
    const columns = (logic?.input ?? []).map((each) => each.inputExpression?.text ?? "").filter((each) => /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(each));
    const wanted = names.length > 0 ? names : columns;
    this.inputs.value = JSON.stringify(Object.fromEntries(wanted.map((name) => [name, typeOf(logic, name)])), null, 2);
  }

  private async run(): Promise<void> {
    try {
      const inputs = JSON.parse(this.inputs.value) as object;
      const content = await this.desk.content();
      this.show(await this.desk.server.post<Evaluation>("decisions/evaluate", { content, decision: this.which.value, inputs }));
    } catch (failure) {
      if (failure instanceof SyntaxError) this.say(say("scenarios.not-json", { message: failure.message }));
      else if (failure instanceof Refused) this.say(failure.sentence);
      else if (failure instanceof Unreachable) this.say(say("server.away"));
      else throw failure;
    }
  }

  private show(evaluation: Evaluation): void {
    const rules = evaluation.explanation.decisions.flatMap((decision) => decision.tables.flatMap((table) => table.rules));
    this.rows.showMatched(rules.map((rule) => rule.id ?? "").filter(Boolean));
    const numbers = rules.map((rule) => rule.number).join(say("list.comma"));
    this.result.replaceChildren(
      make("p", {}, `${say("decision.result")}：`, make("code", { class: "dz-result" }, evaluation.feel)),
      make("p", {}, rules.length > 0 ? say("decision.matched", { rules: numbers }) : say("decision.no-match")),
      ...evaluation.explanation.decisions.map((decision) => make("p", {}, `${decision.name} = ${decision.value}`)),
      ...evaluation.diagnostics.map((each) => make("p", { class: "dz-failure", lang: "en" }, `${each.code}: ${each.message}`)),
    );
  }

  private say(sentence: string): void {
    this.result.replaceChildren(make("p", { class: "dz-failure" }, sentence));
  }
}

interface Table extends DmnElement {
  input?: { inputExpression?: { text?: string; typeRef?: string } }[];
}

function typeOf(table: Table | undefined, name: string): unknown {
  const type = table?.input?.find((each) => each.inputExpression?.text === name)?.inputExpression?.typeRef;
  return type === "number" ? 0 : type === "boolean" ? false : "";
}

function valueOf(feel: string): unknown {
  try {
    return JSON.parse(feel);
  } catch {
    return /^\w+\("(.*)"\)$/.exec(feel)?.[1] ?? feel;
  }
}
