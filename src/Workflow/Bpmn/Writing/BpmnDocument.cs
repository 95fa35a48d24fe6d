using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Writing;

/// <summary>The line <c>&lt;?xml …?&gt;</c>; <see cref="Standalone"/> is null when the file doesn't say.</summary>
public sealed record DocumentDeclaration(bool? Standalone);

/// <summary>
/// A BPMN 2.0 file as a model that leaves nothing out: the information set of the XML (W3C XML Infoset) with what
/// people put into files beyond it. Kept are every element and attribute of any namespace in its order, prefixes and
/// their declarations (so that QNames in values such as <c>xsi:type</c> keep their meaning), text with its line breaks
/// and blanks, also between elements, CDATA sections, comments, processing instructions, and which elements are
/// written empty. Not kept, as XML gives them no meaning: kind of quotes, blanks inside of tags, how a character was
/// referred to, byte order mark, CR before LF, and the encoding: a file is written in UTF-8.
/// <para>
/// The model knows nothing of what can be executed: unknown elements and doubled ids are as welcome as any, and
/// nothing is added. It never throws for what a file contains; document types, and with them entities of the file's
/// own, are refused. The picture of a process (<see cref="Diagram.DiagramReader"/>) is read from it.
/// </para>
/// </summary>
/// <param name="Prolog">Comments, processing instructions and blanks before the root.</param>
/// <param name="Root">The <c>definitions</c> of BPMN 2.0 (§8.1.1).</param>
/// <param name="Epilog">The same after it.</param>
public sealed record BpmnDocument(
    DocumentDeclaration? Declaration,
    IReadOnlyList<DocumentNode> Prolog,
    ElementNode Root,
    IReadOnlyList<DocumentNode> Epilog
)
{
    public const string Namespace = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>Reads bytes in the encoding they declare: UTF-8, UTF-16, or one that <see cref="SourceText"/> knows.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> file,
        [NotNullWhen(true)] out BpmnDocument? document,
        [NotNullWhen(false)] out BpmnProblem? problem
    )
    {
        if (SourceText.TryDecode(file, out var text, out var sentence))
        {
            return TryRead(text, out document, out problem);
        }

        (document, problem) = (
            null,
            new BpmnProblem(DocumentReader.Rule, null, 1, 1, sentence, ProblemLevel.Structure)
        );
        return false;
    }

    /// <summary>Reads decoded text; an encoding that it declares is not looked at.</summary>
    public static bool TryRead(
        string text,
        [NotNullWhen(true)] out BpmnDocument? document,
        [NotNullWhen(false)] out BpmnProblem? problem
    ) => DocumentReader.TryRead(text, out document, out problem);

    /// <summary>The file as text, to be stored in UTF-8.</summary>
    public string ToXml()
    {
        using var text = new StringWriter();
        DocumentWriter.Write(this, text);
        return text.ToString();
    }
}
