// The words of dmn-js in the reader's language; what a table lacks stays English.
import { fill, spoken } from "../../texts/texts";
import { hans } from "./zh-hans";
import { hant } from "./zh-hant";

const tables: Record<string, Record<string, string>> = { "zh-Hans": hans, "zh-Hant": hant };

function translate(template: string, values?: Record<string, string | number>): string {
  return fill(tables[spoken()]?.[template] ?? template, values);
}

export const translation = { translate: ["value", translate] };
