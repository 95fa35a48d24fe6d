using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow resume INSTANCE --reason TEXT</c>: a suspended instance goes on.</summary>
internal static class WorkflowResumeCommand
{
    public static Command Create()
    {
        var instance = WorkflowOperation.InstanceArgument();
        var reason = WorkflowOperation.ReasonOption();
        return WorkflowOperation.Create(
            new Command("resume", "Let a suspended instance go on.") { instance, reason },
            parsed => new Resume(parsed.GetRequiredValue(instance), parsed.GetRequiredValue(reason))
        );
    }
}
