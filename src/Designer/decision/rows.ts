// Marks on the rules of the table in view. The table draws itself anew whenever it likes, so the marks are rules of a stylesheet, by
// the ids of the rows, and not classes of elements.
import { decisionsOf, type DecisionDiagram, type DmnElement } from "./dmn";

export class Rows {
  private readonly wrong = new CSSStyleSheet();
  private readonly matched = new CSSStyleSheet();

  constructor(private readonly diagram: DecisionDiagram) {
    document.adoptedStyleSheets.push(this.wrong, this.matched);
  }

  /** The id of a rule by its number, from 1. */
  idOf(table: string | null, number: number): string | undefined {
    const logic = decisionsOf(this.diagram)
      .map((decision) => decision.decisionLogic as (DmnElement & { rule?: DmnElement[] }) | undefined)
      .find((each) => each?.id === table);
    return logic?.rule?.[number - 1]?.id;
  }

  showWrong(ids: string[]): void {
    this.wrong.replaceSync(rule(ids, "background: var(--amber-soft); box-shadow: inset 3px 0 0 var(--amber-fill);"));
  }

  showMatched(ids: string[]): void {
    this.matched.replaceSync(rule(ids, "background: var(--jade-soft); box-shadow: inset 3px 0 0 var(--jade-fill);"));
  }
}

function rule(ids: string[], style: string): string {
  const rows = ids.map((id) => `.dmn-decision-table-container td[data-row-id="${CSS.escape(id)}"]`);
  return rows.length === 0 ? "" : `${rows.join(", ")} { ${style} }`;
}
