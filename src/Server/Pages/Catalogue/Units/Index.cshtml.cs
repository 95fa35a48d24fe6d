using Approvals.Cases.Handling;
using Approvals.Kernel.Organisations;
using Approvals.Server.Reads.Administer;

namespace Approvals.Server.Pages.Catalogue.Units;

/// <summary>组织机构: city, districts, streets and townships, communities and villages, each with its departments.</summary>
public sealed class IndexModel(CatalogueServices services, StaffQuery staff) : CatalogueModel(services)
{
    /// <summary>The tree from its roots, each unit with its depth.</summary>
    public IReadOnlyList<(Unit Unit, int Depth)> Tree { get; private set; } = [];

    public IReadOnlyDictionary<string, int> People { get; private set; } = new Dictionary<string, int>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var units = Read(Organisation.Units);
        People = await staff.CountAsync(cancellation);
        var children = units.ToLookup(unit => unit.Parent, StringComparer.Ordinal);
        Tree = [.. Walk(null, 0)];

        IEnumerable<(Unit, int)> Walk(string? parent, int depth) =>
            children[parent].SelectMany(unit => Walk(unit.Code, depth + 1).Prepend((unit, depth)));
    }
}
