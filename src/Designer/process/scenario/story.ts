// A scenario file as `approvals workflow test` reads it: given, when, then. What the form doesn't show stays as it is.

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export interface Expectation {
  state?: string;
  waiting?: string[];
  reached?: string[];
  notReached?: string[];
  order?: string[];
  variables?: Record<string, Json>;
  clocks?: Record<string, string>;
  [other: string]: unknown;
}

export interface Step {
  expect?: Expectation;
  outcome?: string;
  to?: string;
  key?: string;
  code?: string;
  by?: string;
  groups?: string[];
  rejected?: string;
  variables?: Record<string, Json>;
  [what: string]: unknown;
}

export interface Story {
  name: string;
  given?: { variables?: Record<string, Json>; clock?: string; jobs?: Record<string, Json>; [other: string]: unknown };
  when?: Step[];
  then: Expectation;
}

export interface StoryFile {
  model: string;
  scenarios: Story[];
  [other: string]: unknown;
}

/** What a step can be, in the order of the choice; the value of its field is an element's id, a text, or not asked for. */
export const acts = {
  complete: "task",
  claim: "task",
  return: "task",
  job: "job",
  fail: "job",
  error: "job",
  resolve: "any",
  message: "text",
  signal: "text",
  advance: "text",
  until: "text",
  set: "none",
  expect: "none",
} as const;

export type Act = keyof typeof acts;

export function actOf(step: Step): Act {
  return (Object.keys(acts) as Act[]).find((act) => act in step) ?? "complete";
}

/** As a person writes a value: numbers, true, false, null, lists and contexts as JSON, everything else is text. */
export function valueOf(text: string): Json {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  if (!/^[-\d[{"]|^(true|false|null)$/.test(trimmed)) return text;
  try {
    return JSON.parse(trimmed) as Json;
  } catch {
    return text;
  }
}

/** What gives the same value again: a text that would be read as something else is written with its quotes. */
export function textOf(value: Json): string {
  return typeof value === "string" && valueOf(value) === value ? value : JSON.stringify(value);
}

/** Sets a field; an empty one goes. */
export function put<T extends object, K extends keyof T>(owner: T, name: K, value: T[K] | undefined): void {
  const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  if (isEmpty) delete owner[name];
  else owner[name] = value as T[K];
}

export function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** `name=value` with blanks between; blanks inside a value stand in quotes or, in lists and contexts, escaped. */
export function pairsText(there: Record<string, Json>): string {
  const one = (value: Json) => (typeof value === "string" ? (/\s/.test(value) ? JSON.stringify(value) : textOf(value)) : JSON.stringify(value).replaceAll(" ", "\\u0020"));
  return Object.entries(there).map(([name, value]) => `${name}=${one(value)}`).join(" ");
}

export function pairsOf(text: string): Record<string, Json> {
  const found = text.matchAll(/([^\s="]+)=("(?:[^"\\]|\\.)*"|\S*)/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, valueOf(value)]));
}
