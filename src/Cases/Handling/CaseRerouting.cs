using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>
/// 办件类型变更: a case owns successive instances. The process of its old type ends, that of the new one begins at a declared entry, and the
/// clocks go on from where they were, in one turn.
/// </summary>
public sealed class CaseRerouting(CaseStore cases, ProcessRuntime runtime)
{
    /// <summary>The declared entry of the processes that take cases over.</summary>
    private const string TakenOver = "taken_over";

    /// <summary>By the approver, on the page of the case. The answer is the case's key.</summary>
    public TurnAnswer Change(TurnScope scope, long key, ChangeType command)
    {
        foreach (var department in command.Departments)
        {
            if (!Organisation.HasUnit(scope.Session, department.Unit))
            {
                return Rejection.Of("case.departments");
            }
        }

        var (changed, rejection) = cases.Execute(scope, key, command);
        if (changed is null)
        {
            return rejection!;
        }

        var ending = CaseRows.InstanceOf(scope.Session, key);
        var handed = HandedOver.Of(runtime.Find(scope, ending)!, changed.State.IsAccepted);
        return runtime.Execute(scope, ending, new CancelInstance("type-changed")) is { } refused
            ? refused
            : Begin(scope, changed, handed);
    }

    /// <summary>退回: the process that was left has ended by itself; the one of returned cases takes over with the clock of the acceptance.</summary>
    internal TurnAnswer Return(TurnScope scope, LoadedCase returned, long left) =>
        Begin(scope, returned, HandedOver.Of(runtime.Find(scope, left)!, isAccepted: false));

    private TurnAnswer Begin(TurnScope scope, LoadedCase loaded, HandedOver handed)
    {
        var item = cases.Items.Get(scope.Session, loaded.State.ItemCode, loaded.State.ItemVersion);
        var process = CaseTurns.ProcessOf(loaded.State.Type);
        if (runtime.Definitions.FindLatest(scope.Session, process, scope.Now) is not { } deployment)
        {
            return Rejection.Of("workflow.not-deployed", ("process", process));
        }

        var (instance, refused) = runtime.StartVersion(
            scope,
            deployment.Key,
            loaded.State.Key,
            CaseVariables.Of(loaded, item.Item, handed),
            loaded.State.Type == CaseType.Returned ? null : TakenOver
        );
        if (refused is not null)
        {
            return refused;
        }

        CaseRows.Attach(scope.Session, loaded.State.Key, instance);
        return TurnAnswer.Done(loaded.State.Key.ToString());
    }
}
