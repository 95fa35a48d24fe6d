using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow modify INSTANCE --plan FILE</c>: an operator's repair of one instance.</summary>
internal static class WorkflowModifyCommand
{
    public static Command Create()
    {
        var instance = WorkflowOperation.InstanceArgument();
        var plan = WorkflowOperation.PlanOption(
            "`{\"reason\", \"activate\": [{\"element\", \"scope\", \"variables\"}], \"terminate\": [key or element id]}`"
        );
        var dryRun = WorkflowOperation.DryRunOption();
        return WorkflowOperation.Create(
            new Command("modify", "Enter elements of an instance and end others, all or nothing.")
            {
                instance,
                plan,
                dryRun,
            },
            async (parsed, cancellation) =>
            {
                var (text, problem) = await WorkflowOperation.ReadAsync(parsed.GetRequiredValue(plan), cancellation);
                return text is null
                    ? (null, problem)
                    : (new Modify(parsed.GetRequiredValue(instance), text, parsed.GetValue(dryRun)), null);
            }
        );
    }
}
