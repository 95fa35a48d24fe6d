using System.Runtime.CompilerServices;
using Approvals.Server.Cli;

namespace Approvals.Server.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Version_is_a_semantic_version_with_the_commit_if_it_is_known() =>
        (await Shell.RunAsync("--version"))
            .ShouldSucceed()
            .Output.ShouldMatch(@"^\d+\.\d+\.\d+(-[\w.]+)?(\+[0-9a-f]{7,40})?\n$");

    [Theory]
    [InlineData("")]
    [InlineData("clock")]
    [InlineData("fly")]
    [InlineData("verify --nothing")]
    [InlineData("backup")]
    [InlineData("serve --clock sundial")]
    public async Task A_command_line_that_makes_no_sense_is_answered_with_a_sentence(string line)
    {
        var answer = await Shell.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        answer.ShouldFail(2, "--help' shows what there is.");
        answer.Errors.Count(letter => letter == '\n').ShouldBe(1);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var help = (await Shell.RunAsync("--help")).ShouldSucceed().Output;
        foreach (var command in CommandLine.CreateRoot().Subcommands)
        {
            help.ShouldContain(command.Name);
            command.Description.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task The_reference_in_the_docs_is_current()
    {
        var written = (await Shell.RunAsync("docs", "cli")).ShouldSucceed().Output;
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../docs/cli.md"));
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(
            written,
            "The commands changed. Run: src/Server/bin/Debug/net10.0/approvals docs cli > docs/cli.md"
        );
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
