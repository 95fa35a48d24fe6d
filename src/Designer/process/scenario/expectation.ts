// What should be so: the fields of an expectation, of a story's end or of a moment within it.
import { make } from "../../desk/dom";
import { say, type TextId } from "../../texts/texts";
import { choose, labelled, line } from "./fields";
import { pairsOf, pairsText, put, words, type Expectation } from "./story";

const states = ["completed", "waiting", "incident", "terminated", "canceled"] as const;
const lists = ["waiting", "reached", "notReached", "order"] as const;

export function expectationFields(expected: Expectation, changed: () => void, isFixed: boolean): HTMLElement {
  const write = (act: () => void) => {
    act();
    changed();
  };
  const choices = [{ value: "", label: say("scenario.then.any") }, ...states.map((state) => ({ value: state, label: say(`scenario.state.${state}`) }))];
  const state = say("scenario.then.state");
  const fields = [
    labelled(state, choose(state, expected.state ?? "", choices, (value) => write(() => put(expected, "state", value)), isFixed)),
    ...lists.map((list) => {
      const label = say(`scenario.then.${list}` as TextId);
      const ids = (expected[list] ?? []).join(" ");
      return labelled(label, line(label, ids, (value) => write(() => put(expected, list, words(value))), isFixed), say("scenario.then.ids"));
    }),
    pairs("scenario.then.clocks", expected.clocks ?? {}, (value) => write(() => put(expected, "clocks", value as Record<string, string>)), isFixed),
    pairs("scenario.then.variables", expected.variables ?? {}, (value) => write(() => put(expected, "variables", value)), isFixed),
  ];
  return make("div", { class: "dz-fields" }, ...fields);
}

/** `name=value` with blanks between. */
function pairs(
  id: "scenario.then.clocks" | "scenario.then.variables",
  there: NonNullable<Expectation["variables"]>,
  write: (value: Expectation["variables"]) => void,
  isFixed: boolean,
): HTMLElement {
  const read = (text: string) => {
    const pairs = pairsOf(text);
    write(Object.keys(pairs).length === 0 ? undefined : pairs);
  };
  return labelled(say(id), line(say(id), pairsText(there), read, isFixed), say(`${id}.hint`));
}
