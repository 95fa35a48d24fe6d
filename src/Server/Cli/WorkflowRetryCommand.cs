using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow retry</c>: one incident, those of a process, or all, each in a turn of its own.</summary>
internal static class WorkflowRetryCommand
{
    public static Command Create()
    {
        var incident = new Option<long?>("--incident") { Description = "Key of one incident.", HelpName = "KEY" };
        var process = WorkflowOperation.ProcessOption();
        var element = WorkflowOperation.ElementOption();
        var all = new Option<bool>("--all") { Description = "Every open incident." };
        var retries = new Option<int>("--retries")
        {
            Description = "How often the work of a job is tried.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("retry", "Try incidents again, each by itself, and count what came of it.")
        {
            incident,
            process,
            element,
            all,
            retries,
        };
        command.Validators.Add(result =>
        {
            bool Has(Option option) => result.GetResult(option) is { Implicit: false };
            if (new Option[] { incident, process, all }.Count(Has) != 1)
            {
                result.AddError("Say which incidents: --incident KEY, --process ID, or --all.");
            }
            else if (Has(element) && !Has(process))
            {
                result.AddError("--element goes with --process.");
            }
        });
        return WorkflowOperation.Create(
            command,
            parsed => new Retry(
                parsed.GetValue(incident),
                parsed.GetValue(process),
                parsed.GetValue(element),
                parsed.GetValue(retries)
            )
        );
    }
}
