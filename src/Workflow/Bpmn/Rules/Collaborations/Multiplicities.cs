using System.Globalization;

namespace Approvals.Workflow.Bpmn.Rules.Collaborations;

internal sealed class Multiplicities()
    : BpmnRule(
        "participant.multiplicity",
        "BPMN §9.3",
        "A participant's minimum is not negative, its maximum at least 1 and not below the minimum.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("participantMultiplicity"))
        {
            if (
                TryRead(node["minimum"], 0, out var least)
                && TryRead(node["maximum"], 1, out var most)
                && (least < 0 || most < 1 || most < least)
            )
            {
                Report(subject, node, $"From {least} to {most} is no number of participants.");
            }
        }
    }

    private static bool TryRead(string? text, int byDefault, out int value)
    {
        value = byDefault;
        return text is null
            || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
