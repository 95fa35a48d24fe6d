using Approvals.Server.Reads.Cases;
using Approvals.Workflow.Diagram;

namespace Approvals.Server.Components.CaseWay;

/// <summary>One step of the short way of a case: what people did, do and are expected to do.</summary>
/// <param name="Look"><c>done</c>, <c>now</c> or <c>todo</c>.</param>
public sealed record WayStep(string Name, string Look)
{
    public static IReadOnlyList<WayStep> Of(CaseFacts facts) =>
        [
            .. ProcessSteps
                .From(facts.Process.Diagram, DiagramState.None)
                .Select(step => facts.Process.Steps.GetValueOrDefault(step.Id))
                .OfType<StepFact>()
                .Where(step => step.IsForPerson)
                .Where(step => step.Progress is Progress.Done or Progress.Now || step.IsExpected)
                .Select(step => new WayStep(step.Name, LookOf(step.Progress))),
        ];

    private static string LookOf(Progress progress) =>
        progress switch
        {
            Progress.Done => "done",
            Progress.Now => "now",
            _ => "todo",
        };
}
