using System.CommandLine;
using Approvals.Workflow.Bpmn.Writing;
using Approvals.Workflow.Diagram;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals workflow draw FILE -o FILE.svg</c>: the process picture as a file of its own, for any BPMN 2.0 file,
/// executable or not; a file without a drawing gets a computed one.
/// </summary>
internal static class WorkflowDrawCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A BPMN 2.0 file; it need not be executable." };
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "The SVG file to write.",
            HelpName = "FILE",
            Required = true,
        };
        var plane = new Option<string?>("--plane")
        {
            Description =
                "Which diagram of the file: the id of it, or of the collapsed sub-process it shows. Without it the main one.",
            HelpName = "ID",
        };
        var json = CommandLine.JsonOption();
        var draw = new Command("draw", "Draw a file as SVG; without a drawing in it, one is computed.")
        {
            file,
            output,
            plane,
            json,
        };
        draw.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(output),
                    parsed.GetValue(plane),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return draw;
    }

    private static async Task<int> RunAsync(
        FileInfo file,
        FileInfo output,
        string? plane,
        bool json,
        CancellationToken cancellation
    )
    {
        if (!file.Exists)
        {
            return await CommandLine.FailAsync($"There is no file {file.FullName}.");
        }

        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
        if (!BpmnDocument.TryRead(bytes, out var document, out var refusal))
        {
            return await CommandLine.FailAsync($"{file.Name}:{refusal.Line}:{refusal.Column}: {refusal.Message}");
        }

        if (!DiagramReader.TryRead(document, plane, out var diagram, out var problem))
        {
            return await CommandLine.FailAsync($"{file.Name}:{problem.Line}:{problem.Column}: {problem.Message}");
        }

        await File.WriteAllTextAsync(output.FullName, Draw(diagram, file.Name), cancellation);
        await CommandLine.SayAsync(json, Sentence(diagram, output), Result(diagram, file, output));
        return CommandLine.Done;
    }

    private static string Draw(BpmnDiagram diagram, string fileName)
    {
        var steps = ProcessSteps.From(diagram, DiagramState.None).Select(step => step.Name);
        var title = diagram.Name is { Length: > 0 } name ? name : fileName;
        return DiagramSvg.Render(diagram, new(title, string.Join("、", steps)), DiagramOptions.Standalone);
    }

    private static string Sentence(BpmnDiagram diagram, FileInfo output)
    {
        var how = diagram.DrawnByAuthor ? "" : ", laid out";
        var missing =
            diagram.Undrawn.Count == 0 ? "" : $" The file gives no place to: {string.Join(", ", diagram.Undrawn)}.";
        return $"{output.FullName}: {diagram.Nodes.Count} shapes, {diagram.Edges.Count} connections{how}.{missing}";
    }

    private static object Result(BpmnDiagram diagram, FileInfo file, FileInfo output) =>
        new
        {
            File = file.FullName,
            Output = output.FullName,
            Shapes = diagram.Nodes.Count,
            Connections = diagram.Edges.Count,
            LaidOut = !diagram.DrawnByAuthor,
            diagram.Plane,
            diagram.Planes,
            diagram.Undrawn,
        };
}
