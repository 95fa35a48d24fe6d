// Gaps, overlaps and unreachable rules, found by the server after every rest; an example of each can be tried out.
import type { Desk } from "../desk/desk";
import { button, make } from "../desk/dom";
import type { Tab } from "../desk/drawer";
import { Refused, Unreachable } from "../desk/server";
import { say } from "../texts/texts";
import type { Rows } from "./rows";
import type { Trial } from "./trial";

interface Finding {
  kind: "gap" | "overlap" | "unreachable";
  rules: number[];
  example: { name: string; value: string }[];
}

interface DecisionCheck {
  problems: { rule: string; element: string | null; sentence: string }[];
  tables: { decision: string; id: string | null; undecided: string | null; findings: Finding[] }[];
}

const rest = 700;

export class Checks {
  private readonly tab: Tab;
  private timer = 0;
  private asked: AbortController | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly rows: Rows,
    private readonly trial: Trial,
  ) {
    this.tab = desk.drawer.add("checks", say("decision.checks"));
    this.tab.panel.setAttribute("aria-live", "polite");
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
      this.show(await this.desk.server.post<DecisionCheck>("decisions/check", { content }, asked.signal));
    } catch (failure) {
      if (asked.signal.aborted) return;
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.tab.count(null);
      this.tab.panel.replaceChildren(make("p", {}, failure instanceof Refused ? failure.sentence : say("problems.away")));
    }
  }

  private show(check: DecisionCheck): void {
    const findings = check.tables.flatMap((table) => table.findings.map((finding) => ({ table, finding })));
    const count = findings.length + check.problems.length;
    this.tab.count(count, count === 0 ? "good" : "bad");
    this.rows.showWrong(
      findings.flatMap(({ table, finding }) => finding.rules.map((number) => this.rows.idOf(table.id, number) ?? "")).filter(Boolean),
    );
    const undecided = check.tables.filter((table) => table.undecided !== null);
    this.tab.panel.replaceChildren(
      ...check.problems.map((problem) => make("div", { class: "dz-finding" }, problem.sentence, make("code", {}, problem.rule))),
      ...findings.map(({ table, finding }) => this.lineOf(table.decision, finding)),
      ...undecided.map((table) => make("p", { lang: "en" }, say("decision.undecided", { reason: table.undecided ?? "" }))),
    );
    if (count === 0 && undecided.length === 0) this.tab.panel.append(make("p", { class: "dz-fine" }, say("decision.fine")));
    this.tab.panel.dataset.checked = String(Number(this.tab.panel.dataset.checked ?? 0) + 1);
  }

  private lineOf(decision: string, finding: Finding): HTMLElement {
    const example = finding.example.map((each) => `${each.name} = ${each.value}`).join(say("list.comma"));
    const line = make("div", { class: "dz-finding" }, say(`decision.${finding.kind}`, { rules: finding.rules.join(say("list.comma")) }));
    line.dataset.kind = finding.kind;
    if (example !== "") {
      line.append(
        make("span", {}, say("decision.example", { example })),
        button(say("decision.take"), () => void this.trial.take(decision, finding.example), "dz-link"),
      );
    }
    return line;
  }
}
