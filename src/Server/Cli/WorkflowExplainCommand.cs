using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow explain INSTANCE</c>: why every token is where it is, and what would move it.</summary>
internal static class WorkflowExplainCommand
{
    public static Command Create()
    {
        var instance = WorkflowOperation.InstanceArgument();
        return WorkflowOperation.Create(
            new Command(
                "explain",
                "Say of every token of an instance why it waits, since when, and what would move it."
            )
            {
                instance,
            },
            parsed => new Explain(parsed.GetRequiredValue(instance))
        );
    }
}
