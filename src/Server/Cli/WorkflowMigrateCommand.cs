using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow migrate --plan FILE</c>: running instances go on in another version.</summary>
internal static class WorkflowMigrateCommand
{
    public static Command Create()
    {
        var plan = WorkflowOperation.PlanOption(
            "`{\"process\", \"from\", \"to\", \"elements\": {old id: new id}, \"flows\": {…}, \"instances\": […]}`; only `process` must be there"
        );
        var dryRun = WorkflowOperation.DryRunOption();
        return WorkflowOperation.Create(
            new Command(
                "migrate",
                "Move running instances to another version, each by itself; those that can't move stay."
            )
            {
                plan,
                dryRun,
            },
            async (parsed, cancellation) =>
            {
                var (text, problem) = await WorkflowOperation.ReadAsync(parsed.GetRequiredValue(plan), cancellation);
                return text is null ? (null, problem) : (new Migrate(text, parsed.GetValue(dryRun)), null);
            }
        );
    }
}
