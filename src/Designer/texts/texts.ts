// The words of the designer's own chrome. Patterns have {names}.
import { en } from "./en";
import { hans } from "./zh-hans";
import { hant } from "./zh-hant";

export type TextId = keyof typeof hans;
export type Texts = Record<TextId, string>;
export type Language = "zh-Hans" | "zh-Hant" | "en";

const tables: Record<Language, Texts> = { "zh-Hans": hans, "zh-Hant": hant, en };

let language: Language = "zh-Hans";

export function speak(asked: string | undefined): Language {
  language = asked === "en" || asked === "zh-Hant" ? asked : "zh-Hans";
  return language;
}

export function say(id: TextId, values: Record<string, string | number> = {}): string {
  return fill(tables[language][id], values);
}

export function fill(pattern: string, values: Record<string, string | number> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

export function spoken(): Language {
  return language;
}

/** The time of day of an instant, with its date when that is another day; in the centre's time zone. */
export function moment(iso: string): string {
  const zone = { timeZone: "Asia/Shanghai" } as const;
  const at = new Date(iso);
  const day = (each: Date) => each.toLocaleDateString("sv", zone);
  const time = at.toLocaleTimeString("en-GB", { ...zone, hour: "2-digit", minute: "2-digit" });
  return day(at) === day(new Date()) ? time : `${day(at)} ${time}`;
}
