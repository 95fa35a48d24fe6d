using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow incidents</c>: what went wrong and waits for somebody.</summary>
internal static class WorkflowIncidentsCommand
{
    public static Command Create()
    {
        var process = WorkflowOperation.ProcessOption();
        var element = WorkflowOperation.ElementOption();
        return WorkflowOperation.Create(
            new Command("incidents", "List the open incidents, oldest first, and how each is resolved.")
            {
                process,
                element,
            },
            parsed => new Incidents(parsed.GetValue(process), parsed.GetValue(element))
        );
    }
}
