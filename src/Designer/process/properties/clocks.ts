// 办理时限: the clocks of a process, one item each.
import { ListGroup } from "@bpmn-io/properties-panel";
import { say } from "../../texts/texts";
import type { ModdleElement, Shape } from "../bpmn";
import { feel, ids, text } from "./entries";
import type { Extensions } from "./extension";

const list = ["approvals:Clocks", "clocks"] as const;

export function clocks(element: Shape, extensions: Extensions): object | null {
  if (extensions.owner(element).$type !== "bpmn:Process") return null;
  const there = extensions.items(element, ...list);
  return {
    id: "approvals-clocks",
    label: say("clocks.group"),
    component: ListGroup,
    add: (event: Event) => {
      event.stopPropagation();
      extensions.addItem(element, ...list, "approvals:Clock", { id: free(there), limit: "=" });
    },
    items: there.map((clock, index) => item(element, extensions, clock, index)),
  };
}

function item(element: Shape, extensions: Extensions, clock: ModdleElement, index: number): object {
  const prefix = `approvals-clock-${index}`;
  const field = (name: string, label: string, description?: string) => ({
    id: `${prefix}-${name}`,
    element,
    label,
    ...(description === undefined ? {} : { description }),
    read: () => clock.get(name),
    write: (value: string | undefined) => extensions.set(element, clock, { [name]: value === "" ? undefined : value }),
  });
  const unknown = (id: string) => say("ids.unknown", { id });
  return {
    id: prefix,
    label: (clock.name as string | undefined) ?? clock.id ?? "",
    autoFocusEntry: `${prefix}-name`,
    remove: (event: Event) => {
      event.stopPropagation();
      extensions.removeItem(element, ...list, clock, false);
    },
    entries: [
      text(field("name", say("clocks.name"))),
      text(field("id", say("clocks.id"))),
      feel(field("limit", say("clocks.limit"), say("clocks.limit.hint"))),
      ids(field("startOn", say("clocks.start"), say("ids.hint")), unknown),
      feel(field("startDay", say("clocks.start-day"), say("clocks.start-day.hint"))),
      ids(field("stopOn", say("clocks.stop"), say("clocks.stop.hint")), unknown),
      ids(field("pauseOn", say("clocks.pause"), say("clocks.pause.hint")), unknown),
      ids(field("extendOn", say("clocks.extend"), say("clocks.extend.hint")), unknown),
      feel(field("extendBy", say("clocks.extend-by"), say("clocks.extend-by.hint"))),
      feel(field("earlierPauses", say("clocks.earlier"), say("clocks.earlier.hint"))),
      {
        ...text(field("remindBefore", say("clocks.remind"))),
        write: (value: string | undefined) =>
          extensions.set(element, clock, { remindBefore: value === undefined || value === "" ? undefined : Number(value) }),
        validate: (value: string | undefined) => (/^\d*$/.test(String(value ?? "")) ? undefined : say("number.whole")),
      },
      text(field("legalBasis", say("clocks.basis"), say("clocks.basis.hint"))),
    ],
  };
}

function free(there: ModdleElement[]): string {
  let number = there.length + 1;
  while (there.some((clock) => clock.id === `clock${number}`)) number++;
  return `clock${number}`;
}
