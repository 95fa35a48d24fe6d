using System.Xml;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Reads well-formed XML into nodes with positions; no DTD, no external things, bounded in size and depth.</summary>
internal static class XmlTree
{
    private const int MaxCharacters = 8 * 1024 * 1024;
    private const int MaxDepth = 100;
    private const int MaxElements = 100_000;
    private const string Declarations = "http://www.w3.org/2000/xmlns/";

    public static BpmnNode? Read(TextReader text, ProblemList problems)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(text, settings);
            return ReadRoot(reader, problems);
        }
        catch (XmlException error)
        {
            var isDtd = error.Message.Contains("DTD", StringComparison.Ordinal);
            var at = new SourcePosition(Math.Max(1, error.LineNumber), Math.Max(1, error.LinePosition));
            problems.Add("xml", null, at, isDtd ? "The file declares a DTD; such files aren't read." : error.Message);
            return null;
        }
    }

    private static BpmnNode? ReadRoot(XmlReader reader, ProblemList problems)
    {
        BpmnNode? root = null;
        BpmnNode? current = null;
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var node = ReadElement(reader, current);
                    if (reader.Depth >= MaxDepth)
                    {
                        problems.Add("xml.depth", node, $"The file nests deeper than {MaxDepth} elements.");
                        return null;
                    }

                    if (++count > MaxElements)
                    {
                        problems.Add("xml.size", node, $"The file has more than {MaxElements} elements.");
                        return null;
                    }

                    current?.Children.Add(node);
                    root ??= node;
                    if (!reader.IsEmptyElement)
                    {
                        current = node;
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current!.Text += reader.Value;
                    break;
                case XmlNodeType.EndElement:
                    current = current!.Parent;
                    break;
            }
        }

        return root;
    }

    private static BpmnNode ReadElement(XmlReader reader, BpmnNode? parent)
    {
        var lines = (IXmlLineInfo)reader;
        var node = new BpmnNode(
            reader.NamespaceURI,
            reader.LocalName,
            parent,
            new SourcePosition(lines.LineNumber, lines.LinePosition)
        );
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == Declarations)
            {
                node.Prefixes ??= new(StringComparer.Ordinal);
                node.Prefixes.Add(reader.Prefix.Length == 0 ? "" : reader.LocalName, reader.Value);
            }
            else
            {
                node.Attributes.Add(new(reader.NamespaceURI, reader.LocalName, reader.Value));
            }
        }

        reader.MoveToElement();
        return node;
    }
}
