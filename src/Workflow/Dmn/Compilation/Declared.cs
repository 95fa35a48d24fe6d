using System.Collections.Immutable;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>What the logic at one place of a model can name.</summary>
internal sealed record Declared(ModelTypes Types, ImmutableArray<string> Names)
{
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
