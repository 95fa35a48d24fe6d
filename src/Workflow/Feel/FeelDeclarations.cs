using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>
/// What a model declares to its expressions: <see cref="Names"/> of the scope (those of several words or with symbols must be
/// here to be read as one), <see cref="Members"/> that contexts may have after a dot or inside a filter, and
/// <see cref="Types"/> beside FEEL's own. All normalised: runs of white space are one space.
/// </summary>
public sealed record FeelDeclarations
{
    public static FeelDeclarations None { get; } = new();

    public IReadOnlyCollection<string> Names { get; init; } = [];

    public IReadOnlyCollection<string> Members { get; init; } = [];

    /// <summary>The members again, sorted for the parser: a model shares one table among all its expressions.</summary>
    internal NameTable MemberTable
    {
        get => field ??= NameTable.Of(Members);
        init;
    }

    public IReadOnlyDictionary<string, FeelType> Types { get; init; } = new Dictionary<string, FeelType>();
}
