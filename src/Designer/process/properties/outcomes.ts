// 决定: the possible decisions of a user task and the variable that gets the one taken.
import { Group, ListGroup } from "@bpmn-io/properties-panel";
import { say } from "../../texts/texts";
import type { ModdleElement, Shape } from "../bpmn";
import { text } from "./entries";
import type { Extensions } from "./extension";

const list = ["approvals:Outcomes", "outcomes"] as const;

export function outcomes(element: Shape, extensions: Extensions): object[] {
  const there = extensions.items(element, ...list);
  const variable = {
    id: "approvals-outcomes-variable",
    element,
    label: say("outcomes.variable"),
    description: say("outcomes.variable.hint"),
    read: () => extensions.one(element, "approvals:Outcomes")?.get("variable"),
    write: (value: string | undefined) => extensions.put(element, "approvals:Outcomes", "variable", value),
  };
  return [
    { id: "approvals-decision", label: say("outcomes.group"), component: Group, entries: [text(variable)] },
    {
      id: "approvals-outcomes",
      label: say("outcomes.list"),
      component: ListGroup,
      add: (event: Event) => {
        event.stopPropagation();
        extensions.addItem(element, ...list, "approvals:Outcome", { value: `outcome${there.length + 1}` });
      },
      items: there.map((outcome, index) => item(element, extensions, outcome, index)),
    },
  ];
}

function item(element: Shape, extensions: Extensions, outcome: ModdleElement, index: number): object {
  const prefix = `approvals-outcome-${index}`;
  const field = (name: string, label: string) => ({
    id: `${prefix}-${name}`,
    element,
    label,
    read: () => outcome.get(name),
    write: (value: string | undefined) => extensions.set(element, outcome, { [name]: value === "" ? undefined : value }),
  });
  return {
    id: prefix,
    label: (outcome.name as string | undefined) ?? (outcome.get("value") as string | undefined) ?? "",
    autoFocusEntry: `${prefix}-name`,
    remove: (event: Event) => {
      event.stopPropagation();
      extensions.removeItem(element, ...list, outcome, true);
    },
    entries: [text(field("name", say("outcomes.name"))), text(field("value", say("outcomes.value")))],
  };
}
