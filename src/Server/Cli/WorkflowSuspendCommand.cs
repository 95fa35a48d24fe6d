using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow suspend INSTANCE --reason TEXT</c>: nothing moves until it is resumed.</summary>
internal static class WorkflowSuspendCommand
{
    public static Command Create()
    {
        var instance = WorkflowOperation.InstanceArgument();
        var reason = WorkflowOperation.ReasonOption();
        return WorkflowOperation.Create(
            new Command(
                "suspend",
                "Suspend an instance: nothing moves until it is resumed; its statutory clocks go on."
            )
            {
                instance,
                reason,
            },
            parsed => new Suspend(parsed.GetRequiredValue(instance), parsed.GetRequiredValue(reason))
        );
    }
}
