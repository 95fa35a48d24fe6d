using System.CommandLine;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals docs</c>: writes <c>docs/cli.md</c> from the commands and <c>docs/bpmn-rules.md</c> from the rules themselves. For whoever
/// changes them.
/// </summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var cli = new Command("cli", "Print the reference of the command line as Markdown.");
        cli.SetAction(
            async (_, _) =>
            {
                await Console.Out.WriteAsync(CommandReference.Write(CommandLine.CreateRoot()));
                return CommandLine.Done;
            }
        );
        var rules = new Command("rules", "Print the rules for BPMN models as Markdown.");
        rules.SetAction(
            async (_, _) =>
            {
                await Console.Out.WriteAsync(RulesDocument.Write());
                return CommandLine.Done;
            }
        );
        return new Command("docs", "Documents that are written from the program.") { cli, rules };
    }
}
