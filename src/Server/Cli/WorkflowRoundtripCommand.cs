using System.CommandLine;
using System.Text;
using Approvals.Workflow.Bpmn.Writing;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow roundtrip FILE</c>: reads a BPMN file into its model and writes the model on stdout, in UTF-8.</summary>
internal static class WorkflowRoundtripCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A BPMN 2.0 file; it need not be executable." };
        var roundtrip = new Command("roundtrip", "Read a file and write it back on stdout; nothing in it is lost.")
        {
            file,
        };
        roundtrip.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), cancellation));
        return roundtrip;
    }

    private static async Task<int> RunAsync(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            return await CommandLine.FailAsync($"There is no file {file.FullName}.");
        }

        if (
            !BpmnDocument.TryRead(
                await File.ReadAllBytesAsync(file.FullName, cancellation),
                out var document,
                out var problem
            )
        )
        {
            return await CommandLine.FailAsync($"{file.Name}:{problem.Line}:{problem.Column}: {problem.Message}");
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(document.ToXml()), cancellation);
        return CommandLine.Done;
    }
}
