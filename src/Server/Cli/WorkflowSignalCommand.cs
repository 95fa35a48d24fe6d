using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow signal NAME</c>: for everybody who listens now.</summary>
internal static class WorkflowSignalCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the signal." };
        var variables = WorkflowOperation.VariablesOption();
        return WorkflowOperation.Create(
            new Command("signal", "Throw a signal to every instance and process that listens now.") { name, variables },
            parsed => new Signal(parsed.GetRequiredValue(name), parsed.GetValue(variables))
        );
    }
}
