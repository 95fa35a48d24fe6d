using System.Collections.Frozen;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>The registry of built-in functions: every one is named here, once.</summary>
internal static class BuiltIns
{
    private static readonly BuiltIn[] All = [Not.Function];

    private static readonly FrozenDictionary<string, BuiltIn> ByName = All.ToFrozenDictionary(
        function => function.Name,
        StringComparer.Ordinal
    );

    /// <summary>Those of several words, for the parser.</summary>
    public static NameTable Names { get; } = MakeNames();

    public static BuiltIn? Find(string name) => ByName.GetValueOrDefault(name);

    private static NameTable MakeNames()
    {
        var names = new NameTable();
        foreach (var function in All)
        {
            names.Add(function.Name);
        }

        return names;
    }
}
