using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class LinkTargets()
    : BpmnRule(
        "link.target",
        "BPMN §10.5.4, §10.5.5",
        "A link throw event has exactly one link catch event: of its name, at its own level."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var level in subject.Levels)
        {
            var targets = Links(subject, level, "intermediateCatchEvent").ToLookup(NameOf, StringComparer.Ordinal);
            foreach (var link in Links(subject, level, "intermediateThrowEvent"))
            {
                if (!targets.Contains(NameOf(link)) && !IsTargeted(subject, level, link))
                {
                    Report(subject, link, $"No link catch event of this level has the name '{NameOf(link)}'.");
                }
            }

            foreach (var link in targets.SelectMany(same => same.Skip(1)))
            {
                Report(subject, link, $"There is already a link catch event with the name '{NameOf(link)}'.");
            }
        }
    }

    private static IEnumerable<BpmnNode> Links(RuleSubject subject, BpmnNode level, string eventName) =>
        level
            .All(BpmnNames.Bpmn, eventName)
            .SelectMany(subject.Triggers)
            .Where(trigger => trigger.Name == "linkEventDefinition");

    private static string NameOf(BpmnNode link) => link["name"] ?? "";

    private static bool IsTargeted(RuleSubject subject, BpmnNode level, BpmnNode link) =>
        link.Bpmn("target") is { } target && subject.Find(target.Text)?.Parent?.Parent == level;
}
