// The parts of dmn-js that the designer speaks to.

export interface DmnElement {
  $type: string;
  id: string;
  name?: string;
  [name: string]: unknown;
}

export interface View {
  type: "drd" | "decisionTable" | "literalExpression" | "boxedExpression";
  element: DmnElement;
  id: string;
}

interface Bus {
  on(event: string, listener: (event: object) => void): void;
}

export interface DecisionDiagram {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
  getViews(): View[];
  getActiveViewer(): { get(service: "eventBus"): Bus } | undefined;
  getDefinitions(): DmnElement & { drgElement?: DmnElement[] };
  open(view: View): Promise<unknown>;
  on(event: string, listener: (event: object) => void): void;
}

export function decisionsOf(diagram: DecisionDiagram): DmnElement[] {
  return (diagram.getDefinitions()?.drgElement ?? []).filter((each) => each.$type === "dmn:Decision");
}
