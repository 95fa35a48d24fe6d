using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>
/// An operator's repair of one instance: elements are entered and element instances ended, all or nothing. The dry run does it and
/// takes it back, so that what it says is what would happen.
/// </summary>
/// <param name="Plan">The JSON text of a <see cref="ModificationOrder"/>.</param>
public sealed record Modify(long Instance, string Plan, bool DryRun) : Operation
{
    private const string TakenBack = "operation.dry-run";

    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var (order, problem) = ModificationOrder.Parse(Plan);
        if (order is null)
        {
            return OperationAnswer.Failed(problem ?? "The plan is empty.");
        }

        var (outcome, rejection) = DryRun
            ? await PreviewAsync(platform, actor, Instance, order)
            : await DoAsync(platform, actor, order);
        return rejection is not null ? OperationAnswer.Refused(rejection) : outcome!.Report(Instance, DryRun);
    }

    /// <summary>What would happen; the turn is taken back.</summary>
    public static async Task<(ModificationOutcome? Outcome, Rejection? Rejection)> PreviewAsync(
        Platform platform,
        Actor actor,
        long instance,
        ModificationOrder order
    )
    {
        ModificationOutcome? outcome = null;
        var answer = await platform.SendAsync(
            actor,
            scope =>
            {
                (outcome, var refused) = Change(platform, scope, instance, order);
                return refused ?? Rejection.Of(TakenBack);
            }
        );
        return answer.Rejection is { Code: TakenBack } ? (outcome, null) : (null, answer.Rejection);
    }

    /// <summary>The turn, for pages that send it as a person.</summary>
    public static TurnAnswer Execute(Platform platform, TurnScope scope, long instance, ModificationOrder order) =>
        Change(platform, scope, instance, order).Rejection is { } rejection ? rejection : TurnAnswer.Done();

    private async Task<(ModificationOutcome? Outcome, Rejection? Rejection)> DoAsync(
        Platform platform,
        Actor actor,
        ModificationOrder order
    )
    {
        ModificationOutcome? outcome = null;
        var answer = await platform.SendAsync(
            actor,
            scope =>
            {
                (outcome, var refused) = Change(platform, scope, Instance, order);
                return refused is null ? TurnAnswer.Done() : refused;
            }
        );
        return (outcome, answer.Rejection);
    }

    private static (ModificationOutcome? Outcome, Rejection? Rejection) Change(
        Platform platform,
        TurnScope scope,
        long instance,
        ModificationOrder order
    )
    {
        if (string.IsNullOrWhiteSpace(order.Reason))
        {
            return (null, Rejection.Of("operation.reason-missing"));
        }

        if (platform.Runtime.Find(scope, instance) is not { } found)
        {
            return (null, Rejection.Of("workflow.no-instance"));
        }

        if (order.ToCommand(found.State) is not { } command)
        {
            return (null, Rejection.Of("operation.variables"));
        }

        var before = ModificationOutcome.Standing(found.State);
        return platform.Runtime.Execute(scope, instance, command) is { } rejection
            ? (null, rejection)
            : (ModificationOutcome.Of(before, found.State), null);
    }
}
