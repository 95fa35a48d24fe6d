// A broken expression is said under the field it stands in.
import type { EventBus, Selection, Shape } from "./bpmn";
import type { Problem } from "./check";

const entries: Record<string, string> = {
  "assignmentDefinition@assignee": "assignmentDefinitionAssignee",
  "assignmentDefinition@candidateGroups": "assignmentDefinitionCandidateGroups",
  "assignmentDefinition@candidateUsers": "assignmentDefinitionCandidateUsers",
  "calledDecision@decisionId": "decisionId",
  "calledElement@processId": "targetProcessId",
  "loopCharacteristics@inputCollection": "multiInstance-inputCollection",
  "loopCharacteristics@outputElement": "multiInstance-outputElement",
  "priorityDefinition@priority": "priorityDefinitionPriority",
  "script@expression": "scriptExpression",
  "subscription@correlationKey": "messageSubscriptionCorrelationKey",
  "taskDefinition@retries": "taskDefinitionRetries",
  "taskDefinition@type": "taskDefinitionType",
  "taskSchedule@dueDate": "taskScheduleDueDate",
  "taskSchedule@followUpDate": "taskScheduleFollowUpDate",
  completionCondition: "multiInstance-completionCondition",
  conditionExpression: "conditionExpression",
  condition: "condition",
  timeCycle: "timerEventDefinitionValue",
  timeDate: "timerEventDefinitionValue",
  timeDuration: "timerEventDefinitionValue",
};

/** The id of the panel's entry that shows the place, or undefined when no entry does. */
export function entryOf(problem: Problem): string | undefined {
  const found = /^(\w+)\[(\d+)\](.*)$/.exec(problem.place ?? "");
  if (!found) return undefined;
  const [, name = "", number = "1", attribute = ""] = found;
  const index = Number(number) - 1;
  if (name === "clock") return `approvals-clock-${index}-${attribute.slice(1)}`;
  if (name === "input" || name === "output") return `${problem.element}-${name}-${index}-${attribute.slice(1)}`;
  return entries[name + attribute];
}

/** Keeps the panel's errors those of the selected element. */
export class FieldErrors {
  private problems: Problem[] = [];

  constructor(
    private readonly bus: EventBus,
    private readonly selection: Selection,
    private readonly root: () => Shape,
  ) {
    bus.on("selection.changed", () => this.tell());
  }

  show(problems: Problem[]): void {
    this.problems = problems.filter((problem) => problem.place !== null);
    this.tell();
  }

  private tell(): void {
    const selected = this.selection.get()[0] ?? this.root();
    const owner = (selected.businessObject.get("processRef") as { id?: string } | undefined)?.id ?? selected.id;
    const errors: Record<string, string> = {};
    for (const problem of this.problems.filter((each) => each.element === owner)) {
      const entry = entryOf(problem);
      if (entry) errors[entry] = problem.detail ?? problem.sentence;
    }
    this.bus.fire("propertiesPanel.setErrors", { errors });
  }
}
