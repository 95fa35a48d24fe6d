using System.Xml.Linq;

namespace Approvals.Workflow.Tests.Bpmn.Schema;

/// <summary>Spoils a BPMN file a little, the same way for the same seed.</summary>
internal sealed class BpmnMutation(int seed)
{
    private static readonly string[] Values =
    [
        "",
        " ",
        "x",
        "a:b",
        "bpmn:t",
        "1",
        "-1",
        "true",
        "TRUE",
        "1 task",
        "审批",
        "##other",
        "None",
        "Parallel",
        "3.5",
        "INF",
        "{}",
    ];

    private readonly Random random = new(seed);

    public string Apply(string xml)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Spoil(document);
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }

    private void Spoil(XDocument document)
    {
        var elements = document.Descendants().ToList();
        var element = elements[random.Next(elements.Count)];
        var other = elements[random.Next(elements.Count)];
        var attributes = element.Attributes().Where(each => !each.IsNamespaceDeclaration).ToList();
        var attribute = attributes.Count == 0 ? null : attributes[random.Next(attributes.Count)];
        switch (random.Next(12))
        {
            case 0:
                attribute?.Remove();
                break;
            case 1 when attribute is not null:
                attribute.Value = Values[random.Next(Values.Length)];
                break;
            case 2 when attribute is not null && other.Attribute("id") is { } id:
                attribute.Value = id.Value;
                break;
            case 3 when element.Parent is { Parent: not null }:
                element.Remove();
                break;
            case 4 when element.Parent is not null:
                element.AddAfterSelf(new XElement(element));
                break;
            case 5 when element.Parent is not null:
                var copy = new XElement(element);
                element.Remove();
                (other.Document is null ? document.Root! : other).Add(copy);
                break;
            case 6 when element.PreviousNode is XElement before:
                before.Remove();
                element.AddAfterSelf(before);
                break;
            case 7:
                element.SetAttributeValue(other.Name.LocalName, "x");
                break;
            case 8 when element.Parent is not null:
                element.Name = other.Name;
                break;
            case 9:
                element.Add(new XText(Values[random.Next(Values.Length)]));
                break;
            case 10 when !element.HasElements:
                element.Value = other.Attribute("id")?.Value ?? "";
                break;
            case 11:
                element.SetAttributeValue(
                    XName.Get("extra", random.Next(2) == 0 ? element.Name.NamespaceName : "urn:x"),
                    "x"
                );
                break;
        }
    }
}
