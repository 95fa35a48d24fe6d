using System.Xml;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>Reads well-formed XML into nodes with positions; no DTD, no external things, bounded in size and depth.</summary>
internal static class DmnTree
{
    private const int MaxCharacters = 8 * 1024 * 1024;
    private const int MaxDepth = 100;
    private const int MaxElements = 100_000;
    private const string Declarations = "http://www.w3.org/2000/xmlns/";

    public static DmnNode? Read(string xml, ReadingProblems problems)
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
            using var text = new StringReader(xml);
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

    private static DmnNode? ReadRoot(XmlReader reader, ReadingProblems problems)
    {
        DmnNode? root = null;
        DmnNode? current = null;
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var node = ReadElement(reader, current);
                    if (reader.Depth >= MaxDepth || ++count > MaxElements)
                    {
                        var (rule, what) =
                            reader.Depth >= MaxDepth
                                ? ("xml.depth", $"nests deeper than {MaxDepth} elements")
                                : ("xml.size", $"has more than {MaxElements} elements");
                        problems.Add(rule, node, $"The file {what}.");
                        return null;
                    }

                    current?.Children.Add(node);
                    root ??= node;
                    current = reader.IsEmptyElement ? current : node;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current!.AddText(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    current = current!.Parent;
                    break;
            }
        }

        return root;
    }

    private static DmnNode ReadElement(XmlReader reader, DmnNode? parent)
    {
        var lines = (IXmlLineInfo)reader;
        var node = new DmnNode(
            reader.NamespaceURI,
            reader.LocalName,
            parent,
            new SourcePosition(lines.LineNumber, lines.LinePosition)
        );
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != Declarations)
            {
                node.Add(reader.NamespaceURI, reader.LocalName, reader.Value);
            }
        }

        reader.MoveToElement();
        return node;
    }
}
