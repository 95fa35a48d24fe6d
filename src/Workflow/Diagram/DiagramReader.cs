using System.Diagnostics.CodeAnalysis;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Writing;
using Approvals.Workflow.Diagram.Reading;

namespace Approvals.Workflow.Diagram;

/// <summary>Why a file can't be drawn: a sentence and, when known, the place (1-based).</summary>
public sealed record DiagramProblem(string Message, int Line, int Column);

/// <summary>A file that can't be drawn was given to <see cref="DiagramReader.Read(string)"/>.</summary>
public sealed class DiagramFormatException(DiagramProblem problem)
    : FormatException($"{problem.Message} ({problem.Line}:{problem.Column})")
{
    public DiagramProblem Problem { get; } = problem;
}

/// <summary>
/// Reads what can be drawn of a BPMN 2.0 file: the kind and name of its elements and the shapes and edges of one of its
/// planes (BPMN DI, §12.2), by default the main one. It knows nothing of executability and accepts unknown elements.
/// Files that were not judged by the strict reader are expected here: what is no <see cref="BpmnDocument"/> is refused, and
/// so are more elements than can be looked at; whatever else is odd, from references that lead nowhere to coordinates
/// that are no numbers, is left out of the picture. A file without usable shapes gets a computed layout.
/// </summary>
public static class DiagramReader
{
    /// <exception cref="DiagramFormatException">It is no XML, no BPMN, or past the bounds.</exception>
    public static BpmnDiagram Read(string bpmnXml) =>
        TryRead(bpmnXml, out var diagram, out var problem) ? diagram : throw new DiagramFormatException(problem);

    /// <inheritdoc cref="Read(string)"/>
    public static BpmnDiagram Read(Stream bpmnXml) =>
        TryRead(bpmnXml, out var diagram, out var problem) ? diagram : throw new DiagramFormatException(problem);

    public static bool TryRead(
        string bpmnXml,
        [NotNullWhen(true)] out BpmnDiagram? diagram,
        [NotNullWhen(false)] out DiagramProblem? problem
    ) =>
        BpmnDocument.TryRead(bpmnXml, out var document, out var refusal)
            ? TryRead(document, null, out diagram, out problem)
            : Refused(refusal, out diagram, out problem);

    /// <summary>Reads bytes in the encoding they declare.</summary>
    public static bool TryRead(
        Stream bpmnXml,
        [NotNullWhen(true)] out BpmnDiagram? diagram,
        [NotNullWhen(false)] out DiagramProblem? problem
    )
    {
        using var bytes = new MemoryStream();
        bpmnXml.CopyTo(bytes);
        return BpmnDocument.TryRead(bytes.ToArray(), out var document, out var refusal)
            ? TryRead(document, null, out diagram, out problem)
            : Refused(refusal, out diagram, out problem);
    }

    /// <param name="plane">Id of the diagram or of the element its plane shows, e.g. a collapsed sub-process; null for the main one.</param>
    public static bool TryRead(
        BpmnDocument document,
        string? plane,
        [NotNullWhen(true)] out BpmnDiagram? diagram,
        [NotNullWhen(false)] out DiagramProblem? problem
    )
    {
        (diagram, problem) = (null, null);
        var model = ModelScan.Of(document.Root);
        if (model.TooLarge)
        {
            var at = document.Root.Position;
            problem = new("The file has more elements than can be drawn.", at.Line, at.Column);
            return false;
        }

        var assembly = new DiagramAssembly(document, model);
        diagram = assembly.Of(plane);
        if (diagram is null)
        {
            var known = string.Join(", ", assembly.Planes.Select(each => each.Element));
            var sentence = known.Length == 0 ? "It has none." : $"It has: {known}.";
            problem = new($"The file has no diagram of '{plane}'. {sentence}", 1, 1);
        }

        return diagram is not null;
    }

    private static bool Refused(BpmnProblem refusal, out BpmnDiagram? diagram, out DiagramProblem? problem)
    {
        (diagram, problem) = (null, new(refusal.Message, refusal.Line, refusal.Column));
        return false;
    }
}
