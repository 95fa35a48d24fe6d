// What a diagram has for a story to speak of: its tasks, jobs, and what can be decided in a task.
import type { Diagram, ElementRegistry, ModdleElement, Shape } from "../bpmn";
import type { Choice } from "./fields";
import type { Places } from "./steps";
import type { Story } from "./story";

interface Outcomes {
  $type: string;
  outcomes?: { value?: string; name?: string }[];
}

export class DiagramPlaces implements Places {
  private readonly registry: ElementRegistry;

  constructor(diagram: Diagram) {
    this.registry = diagram.get("elementRegistry");
  }

  tasks(): Choice[] {
    return this.choices((each) => each.type === "bpmn:UserTask");
  }

  jobs(): Choice[] {
    return this.choices((each) => extensionsOf(each).some((value) => value.$type === "zeebe:TaskDefinition"));
  }

  all(): Choice[] {
    return this.choices((each) => !each.waypoints && each.businessObject.$type !== "bpmn:Process");
  }

  outcomes(task: string): Choice[] {
    const shape = this.registry.get(task);
    const found = shape && extensionsOf(shape).find((each) => each.$type === "approvals:Outcomes");
    return ((found as Outcomes | undefined)?.outcomes ?? []).map(({ value = "", name }) => ({ value, label: name ? `${name}（${value}）` : value }));
  }

  private choices(wanted: (shape: Shape) => boolean): Choice[] {
    return this.registry
      .filter((each) => !each.labelTarget && wanted(each))
      .sort((one, other) => one.x - other.x)
      .map(({ id, businessObject: { name } }) => ({ value: id, label: name ? `${name}（${id}）` : id }));
  }
}

/** A story to begin with: every user task of the diagram completed in the order they were drawn in. */
export function firstStory(name: string, places: Places): Story {
  const when = places.tasks().map(({ value }) => {
    const outcome = places.outcomes(value)[0]?.value;
    return outcome === undefined ? { complete: value } : { complete: value, outcome };
  });
  return { name, given: { variables: {}, jobs: { "*": {} } }, when, then: { state: "completed" } };
}

function extensionsOf(shape: Shape): ModdleElement[] {
  return (shape.businessObject.get("extensionElements") as { values?: ModdleElement[] } | undefined)?.values ?? [];
}
