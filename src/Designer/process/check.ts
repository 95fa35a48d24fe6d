// What the server's check says of a process; the same rules and the same search as `approvals workflow check`.

export interface Problem {
  rule: string;
  level: "structure" | "execution" | "deployment";
  element: string | null;
  line: number;
  column: number;
  sentence: string;
  /** The engine's own words, when the sentence is the rule's. */
  detail: string | null;
  /** The XML element and attribute of a broken expression: `input[2]@source`. */
  place: string | null;
}

export interface Step {
  element: string;
  takes: string[];
  tokens: string[];
}

export interface ProcessVerdict {
  process: string;
  name: string | null;
  sound: boolean | null;
  deadElements: string[] | null;
  states: number;
  counterExample: Step[];
  counterExampleOf: "safe" | "optionToComplete" | "properCompletion" | null;
  sentence: string;
}

export interface ProcessCheck {
  valid: boolean;
  problems: Problem[];
  processes: ProcessVerdict[];
}
