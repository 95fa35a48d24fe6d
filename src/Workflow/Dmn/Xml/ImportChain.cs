using Approvals.Workflow.Dmn.Model;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>Reads a model and, once each, the models it imports; a model that imports itself is refused.</summary>
internal sealed class ImportChain(Func<DmnImportRequest, string?>? resolve)
{
    private const int MaxModels = 50;
    private readonly Dictionary<string, Definitions> read = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);

    public Definitions? Read(string xml, ReadingProblems problems)
    {
        if (DmnTree.Read(xml, problems) is not { } root)
        {
            return null;
        }

        if (root.Name != "definitions" || !DmnNames.IsDmn(root.Namespace))
        {
            problems.Add("schema.root", root, $"The root is <{root.Name}>, not <definitions> of DMN 1.1 to 1.5.");
            return null;
        }

        var ns = root["namespace"] ?? "";
        open.Add(ns);
        var definitions = new DefinitionsBuilder(root, problems).Build() with
        {
            Imports = [.. root.All("import").Select(node => Import(node, problems)).OfType<Import>()],
        };
        open.Remove(ns);
        return definitions;
    }

    private Import? Import(DmnNode node, ReadingProblems problems)
    {
        var (name, ns) = (node.NameOf(), node["namespace"] ?? "");
        if (DmnNames.IsDmn(node["importType"] ?? ""))
        {
            return new Import(name, ns, node.Position) { Definitions = Load(node, name, ns, problems) };
        }

        problems.Add("import.type", node, $"Only decision models are imported, not '{node["importType"]}'.");
        return null;
    }

    private Definitions? Load(DmnNode node, string name, string ns, ReadingProblems problems)
    {
        if (read.TryGetValue(ns, out var known))
        {
            return known;
        }

        if (open.Count + read.Count >= MaxModels)
        {
            problems.Add("import.many", node, $"The model imports more than {MaxModels} others.");
            return null;
        }

        if (open.Contains(ns))
        {
            problems.Add("import.cycle", node, $"The model '{ns}' imports itself, by way of others or directly.");
            return null;
        }

        if (resolve?.Invoke(new DmnImportRequest(ns, name, node["locationURI"])) is not { } xml)
        {
            problems.Add("import.missing", node, $"The imported model '{ns}' was not found.");
            return null;
        }

        var inner = new ReadingProblems();
        var definitions = Read(xml, inner);
        foreach (var problem in inner.InOrder())
        {
            var place = $"line {problem.Line}, column {problem.Column} of the imported model '{ns}'";
            problems.Add(problem.Rule, problem.ElementId, node.Position, $"{problem.Message} ({place})");
        }

        if (definitions is not null && definitions.Namespace != ns)
        {
            problems.Add(
                "import.namespace",
                node,
                $"What was found for '{ns}' is the model '{definitions.Namespace}'."
            );
            return null;
        }

        if (definitions is not null)
        {
            read[ns] = definitions;
        }

        return definitions;
    }
}
