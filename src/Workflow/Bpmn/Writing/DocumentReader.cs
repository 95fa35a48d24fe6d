using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Writing;

/// <summary>Builds a <see cref="BpmnDocument"/> from text, within bounds of size and depth.</summary>
internal sealed class DocumentReader(XmlReader xml)
{
    public const string Rule = "xml";

    private const int MaxCharacters = 32 * 1024 * 1024;
    private const int MaxDepth = 256;
    private const int MaxNodes = 1_000_000;

    private readonly Stack<Open> open = new();
    private readonly List<DocumentNode> prolog = [];
    private readonly List<DocumentNode> epilog = [];
    private DocumentDeclaration? declaration;
    private ElementNode? root;
    private BpmnProblem? problem;
    private int nodes;

    /// <summary>An element whose end tag is still to come.</summary>
    private sealed record Open(XmlName Name, List<AttributeNode> Attributes, SourcePosition Position)
    {
        public List<DocumentNode> Children { get; } = [];
    }

    public static bool TryRead(
        string text,
        [NotNullWhen(true)] out BpmnDocument? document,
        [NotNullWhen(false)] out BpmnProblem? problem
    )
    {
        using var source = new StringReader(text);
        using var xml = XmlReader.Create(source, Settings());
        var reader = new DocumentReader(xml);
        try
        {
            document = reader.Read();
            problem = reader.problem;
        }
        catch (XmlException error)
        {
            (document, problem) = (null, ProblemOf(error));
        }

        return document is not null;
    }

    private static XmlReaderSettings Settings() =>
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
        };

    private static BpmnProblem ProblemOf(XmlException error)
    {
        var (line, column) = (Math.Max(1, error.LineNumber), Math.Max(1, error.LinePosition));
        var sentence = error.Message.StartsWith("For security reasons DTD", StringComparison.Ordinal)
            ? "The file declares a document type; such files aren't read."
            : error.Message.Replace(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $" Line {error.LineNumber}, position {error.LinePosition}."
                ),
                "",
                StringComparison.Ordinal
            );
        return new(Rule, null, line, column, sentence, ProblemLevel.Structure);
    }

    /// <summary>Null when a bound was met; the problem says which.</summary>
    private BpmnDocument? Read()
    {
        while (problem is null && xml.Read())
        {
            Take();
            if (++nodes > MaxNodes)
            {
                Refuse($"The file has more than {MaxNodes} nodes.");
            }
        }

        return problem is null ? new(declaration, prolog, root!, epilog) : null;
    }

    private void Take()
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.XmlDeclaration:
                declaration = new(xml.GetAttribute("standalone") is { } standalone ? standalone is "yes" : null);
                break;
            case XmlNodeType.Element:
                Begin();
                break;
            case XmlNodeType.EndElement:
                End(open.Pop(), selfClosed: false);
                break;
            case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                Add(new TextNode(xml.Value));
                break;
            case XmlNodeType.CDATA:
                Add(new CDataNode(xml.Value));
                break;
            case XmlNodeType.Comment:
                Add(new CommentNode(xml.Value));
                break;
            case XmlNodeType.ProcessingInstruction:
                Add(new InstructionNode(xml.Name, xml.Value));
                break;
            default:
                Refuse($"The file holds a {xml.NodeType}, which isn't read.");
                break;
        }
    }

    private void Begin()
    {
        if (open.Count >= MaxDepth)
        {
            Refuse($"The file nests deeper than {MaxDepth} elements.");
            return;
        }

        var name = Name();
        if (open.Count == 0 && (name.Local != "definitions" || name.Namespace != BpmnDocument.Namespace))
        {
            Refuse($"The root is <{name.Qualified}>, not <definitions> of BPMN 2.0.");
            return;
        }

        var (line, column) = Place();
        var empty = xml.IsEmptyElement;
        var attributes = new List<AttributeNode>(xml.AttributeCount);
        while (xml.MoveToNextAttribute())
        {
            attributes.Add(new(Name(), xml.Value));
        }

        nodes += attributes.Count;
        var element = new Open(name, attributes, new(line, column));
        if (empty)
        {
            End(element, selfClosed: true);
        }
        else
        {
            open.Push(element);
        }
    }

    private void End(Open element, bool selfClosed)
    {
        var node = new ElementNode(element.Name, element.Attributes, element.Children, selfClosed, element.Position);
        if (open.Count == 0)
        {
            root = node;
        }
        else
        {
            Add(node);
        }
    }

    private void Add(DocumentNode node) =>
        (
            open.TryPeek(out var parent) ? parent.Children
            : root is null ? prolog
            : epilog
        ).Add(node);

    private XmlName Name() => new(xml.Prefix, xml.NamespaceURI, xml.LocalName);

    private (int Line, int Column) Place()
    {
        var place = (IXmlLineInfo)xml;
        return (place.LineNumber, place.LinePosition);
    }

    private void Refuse(string sentence)
    {
        var (line, column) = Place();
        problem = new(Rule, null, line, column, sentence, ProblemLevel.Structure);
    }
}
