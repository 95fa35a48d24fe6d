using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution;

/// <summary>The results of mappings so far, in front of the scope that they read.</summary>
internal sealed class MappingScope(IFeelScope behind) : IFeelScope
{
    private readonly VariableMap results = new();

    public bool TryGetValue(string name, out FeelValue value) =>
        results.TryGetValue(name, out value) || behind.TryGetValue(name, out value);

    /// <summary>
    /// Puts the value at the mapping's target; a dotted one goes into the context that an earlier mapping or
    /// <paramref name="present"/> has, the rest of which stays.
    /// </summary>
    public void Set(VariableMapping mapping, FeelValue value, VariableMap? present)
    {
        var name = mapping.Path[0];
        if (mapping.Path.Length > 1)
        {
            FeelValue old = default;
            if (!results.TryGetValue(name, out old) && present is not null)
            {
                present.TryGetValue(name, out old);
            }

            value = Place(old, mapping.Path.AsSpan()[1..], value);
        }

        results.Set(name, value);
    }

    public void Set(string name, FeelValue value) => results.Set(name, value);

    public ImmutableArray<Variable> ToVariables() => [.. results.Items];

    private static FeelValue Place(FeelValue container, ReadOnlySpan<string> path, FeelValue value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        var context = container.Kind == FeelKind.Context ? container.AsContext() : FeelContext.Empty;
        context.TryGetValue(path[0], out var inner);
        return FeelValue.From(context.With(path[0], Place(inner, path[1..], value)));
    }
}
