using System.Diagnostics.CodeAnalysis;
using System.Xml;
using Approvals.Workflow.Diagram.Layout;
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
/// Reads what can be drawn of a BPMN 2.0 file: the kind and name of its elements and the shapes and edges of its
/// first diagram (BPMN DI, §12.2). It knows nothing of executability and accepts unknown elements. Files that were
/// not judged by the strict reader are expected here, so document types and entities are refused and size, depth and
/// coordinates are bounded. A file without shapes gets a computed layout.
/// </summary>
public static class DiagramReader
{
    public const int MaxCharacters = 16 * 1024 * 1024;

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
    )
    {
        using var text = new StringReader(bpmnXml);
        using var xml = XmlReader.Create(text, Settings());
        return TryRead(xml, out diagram, out problem);
    }

    public static bool TryRead(
        Stream bpmnXml,
        [NotNullWhen(true)] out BpmnDiagram? diagram,
        [NotNullWhen(false)] out DiagramProblem? problem
    )
    {
        using var xml = XmlReader.Create(bpmnXml, Settings());
        return TryRead(xml, out diagram, out problem);
    }

    private static bool TryRead(
        XmlReader xml,
        [NotNullWhen(true)] out BpmnDiagram? diagram,
        [NotNullWhen(false)] out DiagramProblem? problem
    )
    {
        var scan = new BpmnScan(xml);
        try
        {
            scan.Run();
        }
        catch (XmlException e)
        {
            (diagram, problem) = (null, new DiagramProblem(e.Message, e.LineNumber, e.LinePosition));
            return false;
        }
        catch (DiagramFormatException e)
        {
            (diagram, problem) = (null, e.Problem);
            return false;
        }

        var read = DiagramAssembly.Of(scan);
        diagram = read.DrawnByAuthor ? read : DiagramLayout.Arrange(read);
        problem = null;
        return true;
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
}
