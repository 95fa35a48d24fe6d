// Our groups in the properties panel, after the general ones.
import type { ElementRegistry, Shape } from "../bpmn";
import { clocks } from "./clocks";
import { Extensions } from "./extension";
import { outcomes } from "./outcomes";
import { people } from "./people";

interface Group {
  id: string;
}

class ApprovalsProvider {
  static readonly $inject = ["propertiesPanel", "approvalsExtensions", "elementRegistry"];

  constructor(
    panel: { registerProvider(priority: number, provider: unknown): void },
    private readonly extensions: Extensions,
    private readonly registry: ElementRegistry,
  ) {
    // Below the standard providers: their groups are there when ours are added.
    panel.registerProvider(400, this);
  }

  getGroups(element: Shape): (groups: Group[]) => Group[] {
    return (groups) => {
      const own = this.groupsOf(element) as Group[];
      const general = groups.findIndex((group) => group.id === "documentation");
      return [...groups.slice(0, general + 1), ...own, ...groups.slice(general + 1)];
    };
  }

  private groupsOf(element: Shape): object[] {
    const limits = clocks(element, this.extensions);
    if (limits) return [limits];
    if (element.type !== "bpmn:UserTask") return [];
    return [...outcomes(element, this.extensions), ...people(element, this.extensions, this.registry)];
  }
}

export const approvalsPanels = {
  __init__: ["approvalsProvider"],
  approvalsExtensions: ["type", Extensions],
  approvalsProvider: ["type", ApprovalsProvider],
};
