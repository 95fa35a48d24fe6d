using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary><c>approvals:outcomes</c>: completing the task names exactly one of these; its value goes into the variable.</summary>
public sealed record OutcomeSet(string Variable, ImmutableArray<Outcome> Outcomes)
{
    public bool Has(string value)
    {
        foreach (var outcome in Outcomes)
        {
            if (outcome.Value == value)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One declared outcome: its value for conditions and its name for people.</summary>
public sealed record Outcome(string Value, string Name);
