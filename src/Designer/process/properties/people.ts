// 经办规则 of a user task: separation of duties, ways back, added signers, handing over.
import { Group, ListGroup } from "@bpmn-io/properties-panel";
import { say } from "../../texts/texts";
import type { ElementRegistry, ModdleElement, Shape } from "../bpmn";
import { choice, text, tick } from "./entries";
import type { Extensions } from "./extension";

export function people(element: Shape, extensions: Extensions, registry: ElementRegistry): object[] {
  const others = registry.filter((each) => each.type === "bpmn:UserTask" && each !== element && !each.labelTarget);
  return [separation(element, extensions, others), signing(element, extensions), returns(element, extensions, others)];
}

function separation(element: Shape, extensions: Extensions, others: Shape[]): object {
  const from = () => String(extensions.one(element, "approvals:Separation")?.get("from") ?? "").split(/\s+/).filter(Boolean);
  return {
    id: "approvals-separation",
    label: say("separation.group"),
    component: Group,
    entries: others.map((other) =>
      tick({
        id: `approvals-separation-${other.id}`,
        element,
        label: say("separation.from", { task: nameOf(other) }),
        read: () => from().includes(other.id),
        write: (value: boolean) => {
          const kept = from().filter((id) => id !== other.id);
          const there = extensions.one(element, "approvals:Separation");
          if (value) extensions.put(element, "approvals:Separation", "from", [...kept, other.id].join(" "));
          else if (there && kept.length > 0) extensions.set(element, there, { from: kept.join(" ") });
          else if (there) extensions.remove(element, there);
        },
      }),
    ),
  };
}

function signing(element: Shape, extensions: Extensions): object {
  const signers = () => extensions.one(element, "approvals:Signers");
  const field = (name: string, label: string, description: string) => ({
    id: `approvals-signers-${name}`,
    element,
    label,
    description,
    read: () => signers()?.get(name),
    write: (value: string | undefined) => extensions.put(element, "approvals:Signers", name, value),
  });
  const allowed = tick({
    id: "approvals-signers",
    element,
    label: say("signers.allowed"),
    read: () => signers() !== undefined,
    write: (value: boolean) => {
      const there = signers();
      if (value && !there) extensions.add(element, "approvals:Signers");
      else if (!value && there) extensions.remove(element, there);
    },
  });
  const handOver = tick({
    id: "approvals-handover",
    element,
    label: say("handover.allowed"),
    read: () => extensions.one(element, "approvals:HandOver")?.get("allowed") !== false,
    write: (value: boolean) => {
      const there = extensions.one(element, "approvals:HandOver");
      if (value && there) extensions.remove(element, there);
      else if (!value) extensions.put(element, "approvals:HandOver", "allowed", false);
    },
  });
  const particulars = signers()
    ? [
        text(field("groups", say("signers.groups"), say("signers.groups.hint"))),
        text(field("orders", say("signers.orders"), say("signers.orders.hint"))),
        {
          ...text(field("maximum", say("signers.maximum"), say("signers.maximum.hint"))),
          write: (value: string | undefined) => extensions.put(element, "approvals:Signers", "maximum", value ? Number(value) : undefined),
          validate: (value: string | undefined) => (/^\d*$/.test(String(value ?? "")) ? undefined : say("number.whole")),
        },
      ]
    : [];
  return { id: "approvals-signing", label: say("signers.group"), component: Group, entries: [allowed, ...particulars, handOver] };
}

/** Ways back lead to user tasks of the same scope. */
function returns(element: Shape, extensions: Extensions, others: Shape[]): object {
  const targets = others.filter((other) => other.parent === element.parent);
  return {
    id: "approvals-returns",
    label: say("returns.group"),
    component: ListGroup,
    ...(targets.length === 0
      ? {}
      : {
          add: (event: Event) => {
            event.stopPropagation();
            extensions.add(element, "approvals:ReturnTo", { target: targets[0]?.id });
          },
        }),
    items: extensions.all(element, "approvals:ReturnTo").map((way, index) => item(element, extensions, way, index, targets)),
  };
}

function item(element: Shape, extensions: Extensions, way: ModdleElement, index: number, targets: Shape[]): object {
  const prefix = `approvals-return-${index}`;
  const field = (name: string, label: string) => ({
    id: `${prefix}-${name}`,
    element,
    label,
    read: () => way.get(name),
    write: (value: string | undefined) => extensions.set(element, way, { [name]: value === "" ? undefined : value }),
  });
  const target = targets.find((each) => each.id === way.get("target"));
  return {
    id: prefix,
    label: (way.name as string | undefined) ?? say("returns.to", { task: target ? nameOf(target) : String(way.get("target") ?? "") }),
    remove: (event: Event) => {
      event.stopPropagation();
      extensions.remove(element, way);
    },
    entries: [
      choice({
        ...field("target", say("returns.target")),
        options: () => targets.map((each) => ({ value: each.id, label: nameOf(each) })),
      }),
      text(field("name", say("returns.name"))),
      choice({
        ...field("by", say("returns.by")),
        options: () => [
          { value: "reviewer", label: say("returns.by.reviewer") },
          { value: "submitter", label: say("returns.by.submitter") },
          { value: "reviewer submitter", label: say("returns.by.both") },
        ],
      }),
    ],
  };
}

function nameOf(shape: Shape): string {
  return shape.businessObject.name ?? shape.id;
}
