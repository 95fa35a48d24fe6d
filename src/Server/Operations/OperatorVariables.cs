using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Operations;

/// <summary>Process variables as an operator types them: one JSON object.</summary>
internal static class OperatorVariables
{
    /// <summary>None for no text, null for a text that is no JSON object.</summary>
    public static ImmutableArray<Variable>? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return [];
        }

        try
        {
            var value = FeelJson.Parse(json);
            return value.Kind == FeelKind.Context
                ? [.. value.AsContext().Select(entry => new Variable(entry.Key, entry.Value))]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
