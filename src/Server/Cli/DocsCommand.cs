using System.CommandLine;

namespace Approvals.Server.Cli;

/// <summary><c>approvals docs cli</c>: writes <c>docs/cli.md</c> from the commands themselves. For whoever changes them.</summary>
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
        return new Command("docs", "Documents that are written from the program.") { cli };
    }
}
