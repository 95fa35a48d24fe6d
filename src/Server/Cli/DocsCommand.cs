using System.CommandLine;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Execution.Elements.Reference;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals docs</c>: writes <c>docs/cli.md</c> from the commands, <c>docs/bpmn-rules.md</c> from the rules and
/// <c>docs/elements.md</c> from the elements themselves. For whoever changes them.
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
        var elements = new Command("elements", "Print what the engine does with each BPMN element as Markdown.");
        elements.SetAction(
            async (_, _) =>
            {
                await Console.Out.WriteAsync(ElementReference.Write());
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
        return new Command("docs", "Documents that are written from the program.") { cli, elements, rules };
    }
}
