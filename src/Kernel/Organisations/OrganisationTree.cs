using System.Collections.Frozen;

namespace Approvals.Kernel.Organisations;

/// <summary>The units of a city and who stands above whom. Immutable; an instance has no gap, double or ring.</summary>
public sealed class OrganisationTree
{
    private readonly FrozenDictionary<string, Unit> units;
    private readonly ILookup<string?, Unit> children;

    private OrganisationTree(IReadOnlyList<Unit> units)
    {
        All = units;
        this.units = units.ToFrozenDictionary(unit => unit.Code, StringComparer.Ordinal);
        children = units.ToLookup(unit => unit.Parent, StringComparer.Ordinal);
    }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<Unit> All { get; }

    /// <summary>
    /// The tree, or the first fault: <c>organisation.double-unit</c>, <c>organisation.unknown-parent</c>,
    /// <c>organisation.ring</c>, each with the unit's code as <c>unit</c>.
    /// </summary>
    public static OrganisationTree? From(IReadOnlyList<Unit> units, out Rejection? fault)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (!parents.TryAdd(unit.Code, unit.Parent))
            {
                fault = Rejection.Of("organisation.double-unit", ("unit", unit.Code));
                return null;
            }
        }

        foreach (var unit in units)
        {
            var steps = 0;
            for (var above = unit.Parent; above is not null; above = parents[above])
            {
                if (!parents.ContainsKey(above))
                {
                    fault = Rejection.Of("organisation.unknown-parent", ("unit", unit.Code), ("parent", above));
                    return null;
                }

                if (++steps > units.Count)
                {
                    fault = Rejection.Of("organisation.ring", ("unit", unit.Code));
                    return null;
                }
            }
        }

        fault = null;
        return new(units);
    }

    public Unit? Find(string code) => units.GetValueOrDefault(code);

    public IEnumerable<Unit> ChildrenOf(string code) => children[code];

    /// <summary>The unit above, then the one above that; empty for a root or an unknown code.</summary>
    public IEnumerable<Unit> Above(string code)
    {
        for (var at = Find(code)?.Parent; at is not null; at = units[at].Parent)
        {
            yield return units[at];
        }
    }
}
