using System.Collections.Immutable;
using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>
/// 送达 (job type <c>case.deliver</c>): the licence is in the applicant's folder, the message leaves through the outbox, and the
/// case ends, all in the turn that stored the licence.
/// </summary>
public sealed class DeliverResult(CaseStore cases) : IInlineJobHandler
{
    public string Type => "case.deliver";

    public ImmutableArray<Variable> Handle(TurnScope scope, LoadedInstance instance, JobCreated job)
    {
        var (_, rejection) = cases.Execute(scope, instance.Owner, new CloseCase(), Actor.System("deliver"));
        return rejection is null
            ? []
            : throw new InvalidOperationException($"The case could not be closed: {rejection.Code}.");
    }
}
