using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution;

/// <summary>Why an element can't go on: it becomes an incident. Null stands for "it went well".</summary>
internal sealed record Fault(IncidentKind Kind, string Message, string Resolution)
{
    public static Fault Expression(string text, string why) =>
        new(
            IncidentKind.Expression,
            $"FEEL '{text}' gave null: {why}",
            "Set the variables that the expression reads, then resolve the incident."
        );

    public static Fault Value(string message) =>
        new(IncidentKind.Value, message, "Set the variables so that the value fits, then resolve the incident.");
}
