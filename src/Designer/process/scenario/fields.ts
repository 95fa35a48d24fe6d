// Fields of the scenario form; every change is told at once.
import { make } from "../../desk/dom";

export interface Choice {
  value: string;
  label: string;
}

/** A field with its label above. */
export function labelled(label: string, input: HTMLElement, hint = ""): HTMLElement {
  return make("label", { class: "dz-field" }, make("span", {}, label), input, hint ? make("small", {}, hint) : "");
}

export function line(label: string, value: string, write: (value: string) => void, isFixed = false): HTMLInputElement {
  const input = make("input", { type: "text", "aria-label": label, autocomplete: "off", readonly: isFixed });
  input.value = value;
  input.addEventListener("change", () => write(input.value.trim()));
  return input;
}

/** A choice; a value that is none of the choices is shown as it is, and stays until another is chosen. */
export function choose(label: string, value: string, choices: Choice[], write: (value: string) => void, isFixed = false): HTMLSelectElement {
  const select = make("select", { "aria-label": label, disabled: isFixed });
  const all = choices.some((each) => each.value === value) ? choices : [...choices, { value, label: value }];
  for (const each of all) select.append(make("option", { value: each.value, selected: each.value === value }, each.label));
  select.addEventListener("change", () => write(select.value));
  return select;
}
