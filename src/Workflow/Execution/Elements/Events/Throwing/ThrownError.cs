using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>An error (BPMN §13.5.6): it ends what it comes through up to whoever catches it. Caught by nobody it is not thrown.</summary>
internal sealed class ThrownError : ThrownResult
{
    public override Fault? Check(EngineStep step, ElementInstance thrower, EventTrigger result) =>
        Find(step, thrower, (ErrorTrigger)result, out _);

    public override void Give(EngineStep step, ElementInstance thrower, EventTrigger result)
    {
        if (Find(step, thrower, (ErrorTrigger)result, out var catcher) is null)
        {
            Propagation.Catch(step, catcher, []);
        }
    }

    private static Fault? Find(EngineStep step, ElementInstance thrower, ErrorTrigger error, out Catcher catcher)
    {
        catcher = default;
        var fault =
            Evaluation.Text(step, error.Code, thrower, "The error code", out var code)
            ?? Propagation.Find<ErrorTrigger>(step, thrower, code, out catcher);
        return fault ?? (catcher.Event is null ? Uncaught(code) : null);
    }

    public static Fault Uncaught(string? code) =>
        new(
            IncidentKind.Error,
            code is null ? "Nobody catches the error." : $"Nobody catches the error '{code}'.",
            "Migrate to a version of the process that catches the error, then resolve the incident."
        );
}
