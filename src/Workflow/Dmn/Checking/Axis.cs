using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Checking;

/// <summary>A part of an axis that all rules see alike: a sample of it, null where any value will do, and who matches it.</summary>
internal sealed record AxisPart(FeelValue? Sample, RuleSet Rules)
{
    public string Text => Sample?.ToString() ?? "-";
}

/// <summary>One input column, cut into the parts that its tests can tell apart.</summary>
internal sealed record Axis(string Name, IReadOnlyList<AxisPart> Parts);
