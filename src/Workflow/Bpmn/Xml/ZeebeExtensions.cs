using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Reads the zeebe extensions that many element kinds share.</summary>
internal sealed class ZeebeExtensions(FeelCompiler feel, ProblemList problems)
{
    /// <summary>Named texts, headers or properties, in order; each name once.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Pairs(BpmnNode node, string container, string item, string key)
    {
        if (node.Extension(BpmnNames.Zeebe, container) is not { } extension)
        {
            return [];
        }

        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in extension.All(BpmnNames.Zeebe, item))
        {
            if (pair[key] is not { Length: > 0 } name || !names.Add(name))
            {
                problems.Add("extension.pair", pair, $"<{item}> needs a {key} of its own.");
                continue;
            }

            pairs.Add(new(name, pair["value"] ?? ""));
        }

        return pairs.ToImmutable();
    }

    /// <summary>The mappings of one direction, <c>input</c> or <c>output</c>, in order.</summary>
    public ImmutableArray<VariableMapping> Mappings(BpmnNode node, string direction)
    {
        var mappings = ImmutableArray.CreateBuilder<VariableMapping>();
        foreach (var mapping in node.Extension(BpmnNames.Zeebe, "ioMapping")?.All(BpmnNames.Zeebe, direction) ?? [])
        {
            var path = (mapping["target"] ?? "").Split('.', StringSplitOptions.TrimEntries);
            if (mapping["source"] is not { } source || path.Any(part => part.Length == 0))
            {
                problems.Add("mapping", mapping, $"The {direction} mapping needs a source and a target variable.");
                continue;
            }

            mappings.Add(new(feel.Value(mapping, source), string.Join('.', path), [.. path]));
        }

        return mappings.ToImmutable();
    }
}
