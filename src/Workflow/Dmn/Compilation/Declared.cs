using System.Collections.Immutable;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>What the logic at one place of a model can name.</summary>
internal sealed record Declared(ModelTypes Types, ImmutableArray<string> Names)
{
    private ImmutableDictionary<string, string> TypeRefs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>With the types of variables that are named.</summary>
    public Declared Typed(IEnumerable<InformationItem> variables)
    {
        var typeRefs = TypeRefs.ToBuilder();
        foreach (var (name, typeRef) in variables)
        {
            if (typeRef is not null)
            {
                typeRefs[name] = typeRef;
            }
        }

        return this with
        {
            TypeRefs = typeRefs.ToImmutable(),
        };
    }

    /// <summary>The declared type of a variable, or of a component of one after a dot; null for anything else.</summary>
    public string? TypeRefOf(string path)
    {
        var parts = path.Split('.', StringSplitOptions.TrimEntries);
        var typeRef = TypeRefs.GetValueOrDefault(parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            typeRef = Types.ItemOf(typeRef)?.Components.FirstOrDefault(part => part.Name == parts[i])?.TypeRef;
        }

        return typeRef;
    }

    public Declared With(params ReadOnlySpan<string> names) => this with { Names = [.. Names, .. names] };

    /// <summary>Inside a filter the members of contexts are names, too.</summary>
    public Declared WithMembers() => this with { Names = [.. Names, .. Types.Members] };

    public FeelDeclarations ForFeel() =>
        new()
        {
            Names = Names,
            Members = Types.Members,
            MemberTable = Types.MemberTable,
            Types = Types.ByName,
        };
}
