using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow cancel INSTANCE --reason TEXT</c>: ends it where it stands.</summary>
internal static class WorkflowCancelCommand
{
    public static Command Create()
    {
        var instance = WorkflowOperation.InstanceArgument();
        var reason = WorkflowOperation.ReasonOption();
        return WorkflowOperation.Create(
            new Command("cancel", "End an instance where it stands. A case that it belongs to is not decided by it.")
            {
                instance,
                reason,
            },
            parsed => new Cancel(parsed.GetRequiredValue(instance), parsed.GetRequiredValue(reason))
        );
    }
}
