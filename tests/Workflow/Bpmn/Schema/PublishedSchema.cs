using System.Xml;
using System.Xml.Schema;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Bpmn.Schema;

/// <summary>The schema files themselves, as an npm package of <c>perf/peers</c> carries them; absent until that is installed.</summary>
internal static class PublishedSchema
{
    private static readonly Lazy<XmlSchemaSet?> Schemas = new(Load);

    public static bool IsAbsent => Schemas.Value is null;

    /// <summary>What the schema has against the text; ill-formed XML included.</summary>
    public static List<string> Complaints(string xml)
    {
        var complaints = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas.Value! };
        settings.ValidationEventHandler += (_, problem) =>
            complaints.Add($"{problem.Exception.LineNumber}: {problem.Message}");
        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, settings);
            while (reader.Read())
            {
                // The handler listens.
            }
        }
        catch (XmlException error)
        {
            complaints.Add(error.Message);
        }

        return complaints;
    }

    private static XmlSchemaSet? Load()
    {
        var folder = Path.Combine(
            Repository.Root,
            "perf/peers/node_modules/bpmn-moddle/resources/bpmn/xsd".Replace('/', Path.DirectorySeparatorChar)
        );
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        set.Add(null, Path.Combine(folder, "BPMN20.xsd"));
        set.Compile();
        return set;
    }
}
