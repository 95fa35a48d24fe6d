using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Reads the zeebe extensions that many element kinds share.</summary>
internal sealed class ZeebeExtensions(FeelCompiler feel, ProblemList problems)
{
    public static ImmutableArray<KeyValuePair<string, string>> Pairs(
        BpmnNode node,
        string container,
        string item,
        string key
    ) =>
        [
            .. (node.Extension(BpmnNames.Zeebe, container)?.All(BpmnNames.Zeebe, item) ?? []).Select(
                pair => new KeyValuePair<string, string>(pair[key] ?? "", pair["value"] ?? "")
            ),
        ];

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
