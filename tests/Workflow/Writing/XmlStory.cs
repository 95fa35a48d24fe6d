using System.Xml;

namespace Approvals.Workflow.Tests.Writing;

/// <summary>
/// Everything an XML reader tells of a text, one line each, without the encoding: two texts are the same document when
/// they tell the same story.
/// </summary>
internal static class XmlStory
{
    public static IReadOnlyList<string> Of(string xml)
    {
        using var text = new StringReader(xml);
        return Of(XmlReader.Create(text));
    }

    public static IReadOnlyList<string> Of(byte[] xml)
    {
        using var bytes = new MemoryStream(xml);
        return Of(XmlReader.Create(bytes));
    }

    private static List<string> Of(XmlReader xml)
    {
        using var reader = xml;
        var story = new List<string>();
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.XmlDeclaration)
            {
                story.Add($"declaration {reader.GetAttribute("version")} {reader.GetAttribute("standalone")}");
                continue;
            }

            story.Add($"{reader.NodeType} {Name(reader)} {Visible(reader.Value)} {reader.IsEmptyElement}");
            while (reader.MoveToNextAttribute())
            {
                story.Add($"  {Name(reader)} = {Visible(reader.Value)}");
            }

            reader.MoveToElement();
        }

        return story;
    }

    private static string Name(XmlReader reader) => $"{reader.Prefix}|{reader.NamespaceURI}|{reader.LocalName}";

    private static string Visible(string value) =>
        value
            .Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal)
            .Replace("\r", @"\r", StringComparison.Ordinal)
            .Replace("\t", @"\t", StringComparison.Ordinal);
}
