using Approvals.Workflow.Dmn.Xml;

namespace Approvals.Workflow.Dmn.Tck;

/// <summary>The models of one folder, compiled once each; imports are found among them by their namespace.</summary>
internal sealed class TckModels(IReadOnlyList<TckSource> files)
{
    private readonly Dictionary<string, (DecisionModel?, string)> compiled = new(StringComparer.Ordinal);
    private Dictionary<string, string>? byNamespace;

    /// <summary>The model in the file of this name, or why there is none.</summary>
    public (DecisionModel? Model, string Fault) Find(string name)
    {
        if (!compiled.TryGetValue(name, out var found))
        {
            compiled[name] = found = Compile(name);
        }

        return found;
    }

    private (DecisionModel?, string) Compile(string name)
    {
        if (files.FirstOrDefault(each => each.File == name) is not { } file)
        {
            return (null, $"There is no model '{name}'.");
        }

        var reading = DmnReader.Read(file.Read(), import => Namespaces().GetValueOrDefault(import.Namespace));
        return reading.Definitions is { } definitions
            ? (DecisionModel.Compile(definitions), "")
            : (null, reading.Problems[0].Message);
    }

    private Dictionary<string, string> Namespaces()
    {
        if (byNamespace is not null)
        {
            return byNamespace;
        }

        byNamespace = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var xml = file.Read();
            if (DmnTree.Read(xml, new ReadingProblems())?["namespace"] is { } ns)
            {
                byNamespace.TryAdd(ns, xml);
            }
        }

        return byNamespace;
    }
}
