using System.CommandLine;
using System.Text;

namespace Approvals.Server.Cli;

/// <summary>The reference of the command line as Markdown, written from the tree of commands itself: <c>docs/cli.md</c>.</summary>
public static class CommandReference
{
    private const string Head = """
        # The command line

        <!-- Written by `approvals docs cli`; a test compares it with the commands. Change the commands, then run
             src/Server/bin/Debug/net10.0/approvals docs cli > docs/cli.md -->

        Every command answers with exit code 0 when it is done, 1 when it is not, and 2 when it was asked for in a way that makes
        no sense. What went wrong is one sentence on stderr. With `--json` the result is JSON on stdout. `approvals --version`
        prints the version and the commit it was built from; `--help` works on every command. With `APPROVALS_DEBUG=1` an
        unexpected failure prints where it came from.

        """;

    public static string Write(RootCommand root)
    {
        var text = new StringBuilder(Head);
        foreach (var command in Leaves(root))
        {
            Describe(command, text);
        }

        return text.ToString();
    }

    /// <summary>The words that lead to a command, each followed by a space; empty for the root.</summary>
    internal static string PathOf(Command command) =>
        command is RootCommand ? "" : PathOf(command.Parents.OfType<Command>().Single()) + command.Name + " ";

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.Where(each => !each.Hidden).SelectMany(Leaves);

    private static void Describe(Command command, StringBuilder text)
    {
        text.Append("\n## approvals ").Append(PathOf(command).TrimEnd());
        foreach (var argument in command.Arguments)
        {
            text.Append(' ').Append(argument.Name);
        }

        text.Append("\n\n").Append(command.Description).Append('\n');
        if (command.Arguments.Count + command.Options.Count == 0)
        {
            return;
        }

        text.Append("\n| | |\n|---|---|\n");
        foreach (var argument in command.Arguments)
        {
            Row(text, argument.Name, argument.Description, "");
        }

        foreach (var option in command.Options.Where(each => !each.Hidden))
        {
            Row(text, NameOf(option), option.Description, Default(option));
        }
    }

    private static void Row(StringBuilder text, string name, string? description, string suffix) =>
        text.Append("| `").Append(name).Append("` | ").Append(description).Append(suffix).Append(" |\n");

    private static string NameOf(Option option) =>
        option.ValueType == typeof(bool) ? option.Name
        : option.HelpName is { } value ? $"{option.Name} {value}"
        : $"{option.Name} {option.Name.TrimStart('-').ToUpperInvariant()}";

    private static string Default(Option option) =>
        option.HasDefaultValue && option.ValueType != typeof(bool) ? $" Default: `{option.GetDefaultValue()}`." : "";
}
