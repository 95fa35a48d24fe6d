// Element templates: the platform's own jobs and the user tasks of an approval, ready to be put into a diagram.
import { say, type TextId } from "../texts/texts";

const schema = "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json";

/** The types of jobs the platform does by itself, in the order they are offered. */
const jobs = [
  "case.accept-notice",
  "case.correction-notice",
  "case.decline",
  "case.refuse",
  "licence.draft",
  "licence.issue",
  "licence.withdrawal",
  "case.deliver",
  "case.deem-accepted",
  "case.special-notice",
  "case.extension-notice",
  "case.change-notice",
  "case.return-notice",
  "case.return-receipt",
  "case.approve-by-silence",
  "case.branch-absent",
  "case.open-branches",
  "case.inspection-call",
  "case.inspection-record",
  "case.meeting-minutes",
  "case.referral-letter",
  "case.hand-out",
  "case.check-record",
  "case.rectification-notice",
  "case.revoke",
  "case.owed-papers",
  "case.daily-reminder",
  "case.undertaking-overdue",
  "tender.keys",
  "tender.publish",
  "tender.amend",
  "tender.close-account",
  "tender.freeze",
  "tender.count",
  "tender.identify",
  "tender.unlock",
  "tender.draw",
  "tender.open-scores",
  "tender.publicity",
  "tender.award-notice",
  "tender.next-candidate",
  "tender.refunds",
  "tender.archive",
  "tender.failure-notice",
] as const;

export function templates(): object[] {
  return [
    task("accept", groups('=["clerk@" + unit]')),
    task("review", groups('=["reviewer@" + unit]')),
    task("decide", groups('=["approver@" + unit]')),
    task("special", groups('=["reviewer@" + unit]')),
    task("extend", groups('=["approver@" + unit]')),
    task("sign", users("=[signer.person]")),
    task("applicant", users("=[applicant]"), "correct"),
    ...jobs.map(job),
  ];
}

function template(id: string, name: TextId, description: TextId, group: TextId, type: string, properties: object[]): object {
  return {
    $schema: schema,
    id: `approvals.${id}`,
    version: 1,
    name: say(name),
    description: say(description),
    category: { id: group, name: say(group) },
    entriesVisible: true,
    appliesTo: ["bpmn:Task", type],
    elementType: { value: type },
    properties: [{ type: "Hidden", value: say(name), binding: { type: "property", name: "name" } }, ...properties],
  };
}

function job(type: (typeof jobs)[number]): object {
  const ofTenders = type.startsWith("tender.");
  const description = ofTenders ? "template.tender-job.text" : "template.job.text";
  return template(type, `template.${type}`, description, ofTenders ? "template.tenders" : "template.group", "bpmn:ServiceTask", [
    { type: "Hidden", value: type, binding: { type: "zeebe:taskDefinition", property: "type" } },
    { label: say("template.retries"), type: "String", value: "3", binding: { type: "zeebe:taskDefinition", property: "retries" } },
  ]);
}

function task(id: "accept" | "review" | "decide" | "special" | "extend" | "sign" | "applicant", who: object, form: string = id): object {
  return template(id, `template.${id}`, `template.${id}.text`, "template.group", "bpmn:UserTask", [
    { type: "Hidden", binding: { type: "zeebe:userTask" } },
    who,
    { label: say("template.form"), type: "String", value: form, binding: { type: "zeebe:formDefinition", property: "formId" } },
  ]);
}

const groups = (value: string) => assignment("candidateGroups", value);
const users = (value: string) => assignment("candidateUsers", value);

function assignment(property: string, value: string): object {
  return { label: say("template.groups"), type: "String", feel: "optional", value, binding: { type: "zeebe:assignmentDefinition", property } };
}
