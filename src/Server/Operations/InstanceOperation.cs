using System.Globalization;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Workflow.Execution.Commands;

namespace Approvals.Server.Operations;

/// <summary>
/// One command to one process instance, with the operator's reason in the journal. Rejections: <c>operation.reason-missing</c>,
/// <c>workflow.no-instance</c> and the engine's own.
/// </summary>
public abstract record InstanceOperation(long Instance, string Reason) : Operation
{
    /// <summary>In the past tense, for the sentence.</summary>
    protected abstract string Done { get; }

    protected abstract EngineCommand Command { get; }

    /// <summary>The turn, for pages that send it as a person.</summary>
    public TurnAnswer Execute(Platform platform, TurnScope scope) =>
        string.IsNullOrWhiteSpace(Reason) ? Rejection.Of("operation.reason-missing")
        : platform.Runtime.Execute(scope, Instance, Command) is { } rejection ? rejection
        : TurnAnswer.Done();

    public sealed override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var answer = await platform.SendAsync(actor, scope => Execute(platform, scope));
        var instance = Instance.ToString(CultureInfo.InvariantCulture);
        return answer.Rejection is { } rejection
            ? OperationAnswer.Refused(rejection)
            : OperationAnswer.Of($"Instance {instance} is {Done}.", new { instance, done = Done });
    }
}

/// <summary>挂起: nothing moves until it is resumed; its statutory clocks go on.</summary>
public sealed record Suspend(long Instance, string Reason) : InstanceOperation(Instance, Reason)
{
    protected override string Done => "suspended";
    protected override EngineCommand Command => new SuspendInstance(Reason.Trim());
}

/// <summary>恢复: a suspended instance goes on.</summary>
public sealed record Resume(long Instance, string Reason) : InstanceOperation(Instance, Reason)
{
    protected override string Done => "resumed";
    protected override EngineCommand Command => new ResumeInstance(Reason.Trim());
}

/// <summary>终止: ends the instance where it stands. What it was for, such as a case, is not decided by it.</summary>
public sealed record Cancel(long Instance, string Reason) : InstanceOperation(Instance, Reason)
{
    protected override string Done => "canceled";
    protected override EngineCommand Command => new CancelInstance(Reason.Trim());
}
