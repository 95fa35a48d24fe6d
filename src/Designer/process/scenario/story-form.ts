// One story as a form: how it begins, what is done, what should be so at the end.
import { button, make } from "../../desk/dom";
import { say } from "../../texts/texts";
import { expectationFields } from "./expectation";
import { labelled, line } from "./fields";
import { Steps, type Places } from "./steps";
import { put, textOf, valueOf, type Json, type Story } from "./story";

export function storyForm(story: Story, places: Places, changed: () => void, isFixed: boolean): HTMLElement {
  const form = make("div", { class: "dz-storyform" });
  const show = () => form.replaceChildren(...parts(story, places, changed, show, isFixed));
  show();
  return form;
}

function parts(story: Story, places: Places, changed: () => void, show: () => void, isFixed: boolean): HTMLElement[] {
  const given = (story.given ??= {});
  const clock = say("scenario.given.clock");
  const jobs = make("input", { type: "checkbox", checked: "*" in (given.jobs ?? {}), disabled: isFixed });
  jobs.addEventListener("change", () => {
    const { "*": _, ...named } = given.jobs ?? {};
    const next = jobs.checked ? { "*": {}, ...named } : named;
    put(given, "jobs", Object.keys(next).length === 0 ? undefined : next);
    changed();
  });
  const name = say("scenario.story.title");
  return [
    labelled(name, line(name, story.name, (value) => ((story.name = value), changed()), isFixed)),
    make("h3", {}, say("scenario.given.head")),
    make(
      "div",
      { class: "dz-fields" },
      labelled(clock, line(clock, given.clock ?? "", (value) => (put(given, "clock", value), changed()), isFixed), say("scenario.given.clock.hint")),
      make("label", { class: "dz-tick" }, jobs, say("scenario.given.jobs")),
    ),
    variables((given.variables ??= {}), changed, show, isFixed),
    make("h3", {}, say("scenario.when.head")),
    new Steps((story.when ??= []), places, changed, isFixed).element,
    make("h3", {}, say("scenario.then.head")),
    expectationFields(story.then, changed, isFixed),
  ];
}

function variables(there: Record<string, Json>, changed: () => void, show: () => void, isFixed: boolean): HTMLElement {
  const names = Object.keys(there);
  const replace = (entries: [string, Json][]) => {
    for (const name of Object.keys(there)) delete there[name];
    Object.assign(there, Object.fromEntries(entries));
    changed();
    show();
  };
  const rows = names.map((name) => {
    const rename = (next: string) => replace(Object.entries(there).flatMap(([each, value]) => (each !== name ? [[each, value]] : next ? [[next, value]] : []) as [string, Json][]));
    const value = (text: string) => ((there[name] = valueOf(text)), changed());
    return make(
      "tr",
      {},
      make("td", {}, line(say("scenario.given.variable"), name, rename, isFixed)),
      make("td", {}, line(`${name}: ${say("scenario.given.value")}`, textOf(there[name] as Json), value, isFixed)),
    );
  });
  const heads = make("tr", {}, make("th", { scope: "col" }, say("scenario.given.variable")), make("th", { scope: "col" }, say("scenario.given.value")));
  const fresh = () => `variable${Array.from({ length: names.length + 1 }, (_, i) => i + 1).find((i) => !names.includes(`variable${i}`))}`;
  return make(
    "div",
    { class: "dz-variables" },
    make("table", {}, make("thead", {}, heads), make("tbody", {}, ...rows)),
    make("small", {}, say("scenario.given.value.hint")),
    isFixed ? "" : button(say("scenario.given.add"), () => replace([...Object.entries(there), [fresh(), ""]])),
  );
}
