using System.CommandLine;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Execution.Elements.Reference;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals docs</c>: writes <c>docs/cli.md</c>, <c>docs/bpmn-rules.md</c> and <c>docs/elements.md</c> from the program itself. For
/// whoever changes it.
/// </summary>
internal static class DocsCommand
{
    public static Command Create() =>
        new("docs", "Documents that are written from the program.")
        {
            Print(
                "cli",
                "Print the reference of the command line as Markdown.",
                () => CommandReference.Write(CommandLine.CreateRoot())
            ),
            Print("rules", "Print the rules for BPMN models as Markdown.", RulesDocument.Write),
            Print("elements", "Print what the engine does with each BPMN element as Markdown.", ElementReference.Write),
        };

    private static Command Print(string name, string description, Func<string> write)
    {
        var command = new Command(name, description);
        command.SetAction(
            async (_, _) =>
            {
                await Console.Out.WriteAsync(write());
                return CommandLine.Done;
            }
        );
        return command;
    }
}
