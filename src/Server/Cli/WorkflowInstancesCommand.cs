using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow instances</c>: which instances there are and where they stand.</summary>
internal static class WorkflowInstancesCommand
{
    public static Command Create()
    {
        var process = WorkflowOperation.ProcessOption();
        var element = WorkflowOperation.ElementOption();
        var stalled = new Option<bool>("--stalled")
        {
            Description =
                "Only elements that have waited longer than expected (`expectedDwell`, or the due date of a task), and why.",
        };
        var ended = new Option<bool>("--ended") { Description = "Those that have ended instead of those that run." };
        var most = new Option<int>("--most")
        {
            Description = "How many to list.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => Instances.DefaultMost,
        };
        return WorkflowOperation.Create(
            new Command("instances", "List the instances that run, oldest first, and where they stand.")
            {
                process,
                element,
                stalled,
                ended,
                most,
            },
            parsed => new Instances(
                parsed.GetValue(process),
                parsed.GetValue(element),
                parsed.GetValue(stalled),
                parsed.GetValue(ended),
                parsed.GetValue(most)
            )
        );
    }
}
