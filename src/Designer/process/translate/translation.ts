// The words of bpmn-js and its panels in the reader's language; what a table lacks stays English.
import { fill, spoken } from "../../texts/texts";
import { hans, hansSimulation } from "./zh-hans";
import { hant, hantSimulation } from "./zh-hant";

const tables: Record<string, Record<string, string>> = { "zh-Hans": hans, "zh-Hant": hant };
const simulations: Record<string, Record<string, string>> = { "zh-Hans": hansSimulation, "zh-Hant": hantSimulation };

/** The panel's head writes kinds in capitals and without hyphens: User Task, Ad Hoc Sub Process. */
const kinds = new Map<string, string>();

export const translation = { translate: ["value", translate] };

export function simulationWords(): Record<string, string> | undefined {
  return simulations[spoken()];
}

function translate(template: string, values?: Record<string, string | number>): string {
  const words = tables[spoken()] ?? {};
  return fill(words[template] ?? kind(words, template) ?? template, values);
}

function kind(words: Record<string, string>, template: string): string | undefined {
  if (kinds.size === 0) for (const [key, word] of Object.entries(words)) kinds.set(plain(key), word);
  return kinds.get(plain(template));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll("-", " ");
}
