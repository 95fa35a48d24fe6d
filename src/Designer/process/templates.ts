// Element templates: the platform's own jobs and the user tasks of an approval, ready to be put into a diagram.
import { say, type TextId } from "../texts/texts";

const schema = "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json";

export function templates(): object[] {
  return [
    task("accept", "template.user", "template.user.text", '=["clerk@" + unit]', "accept"),
    task("review", "template.review", "template.review.text", '=["reviewer@" + unit]', "review"),
    task("decide", "template.decide", "template.decide.text", '=["approver@" + unit]', "decide"),
    task("special", "template.special", "template.special.text", '=["reviewer@" + unit]', "special"),
    applicant(),
    job("case.accept-notice", "template.accept-notice"),
    job("case.correction-notice", "template.correction-notice"),
    job("case.decline", "template.decline"),
    job("case.refuse", "template.refuse"),
    job("licence.issue", "template.issue"),
    job("case.deliver", "template.deliver"),
    job("case.deem-accepted", "template.deem-accepted"),
    job("case.special-notice", "template.special-notice"),
    job("case.branch-absent", "template.branch-absent"),
    job("case.open-branches", "template.open-branches"),
    job("case.inspection-call", "template.inspection-call"),
    job("case.inspection-record", "template.inspection-record"),
    job("case.meeting-minutes", "template.meeting-minutes"),
    job("case.referral-letter", "template.referral-letter"),
    job("case.hand-out", "template.hand-out"),
    job("case.check-record", "template.check-record"),
    job("case.rectification-notice", "template.rectification-notice"),
    job("case.revoke", "template.revoke"),
  ];
}

function template(id: string, name: TextId, description: TextId, type: string, properties: object[]): object {
  return {
    $schema: schema,
    id: `approvals.${id}`,
    version: 1,
    name: say(name),
    description: say(description),
    category: { id: "approvals", name: say("template.group") },
    entriesVisible: true,
    appliesTo: ["bpmn:Task", type],
    elementType: { value: type },
    properties: [{ type: "Hidden", value: say(name), binding: { type: "property", name: "name" } }, ...properties],
  };
}

function job(type: string, name: TextId): object {
  return template(type, name, "template.job.text", "bpmn:ServiceTask", [
    { type: "Hidden", value: type, binding: { type: "zeebe:taskDefinition", property: "type" } },
    { label: say("template.retries"), type: "String", value: "3", binding: { type: "zeebe:taskDefinition", property: "retries" } },
  ]);
}

function task(id: string, name: TextId, description: TextId, groups: string, form: string): object {
  return template(id, name, description, "bpmn:UserTask", [
    { type: "Hidden", binding: { type: "zeebe:userTask" } },
    assignment("template.groups", "candidateGroups", groups),
    { label: say("template.form"), type: "String", value: form, binding: { type: "zeebe:formDefinition", property: "formId" } },
  ]);
}

function applicant(): object {
  return template("applicant", "template.applicant", "template.applicant.text", "bpmn:UserTask", [
    { type: "Hidden", binding: { type: "zeebe:userTask" } },
    assignment("template.groups", "candidateUsers", "=[applicant]"),
    { label: say("template.form"), type: "String", value: "correct", binding: { type: "zeebe:formDefinition", property: "formId" } },
  ]);
}

function assignment(label: TextId, property: string, value: string): object {
  return { label: say(label), type: "String", feel: "optional", value, binding: { type: "zeebe:assignmentDefinition", property } };
}
