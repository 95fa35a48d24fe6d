using Approvals.Server.Components;
using Approvals.Server.Components.Steps;

namespace Approvals.Server.Pages.Public.Items;

/// <summary>An item with its eight publics (事项、依据、条件、材料、流程、时限、收费、结果), in the words of the catalogue.</summary>
/// <param name="Lead">One sentence for whom it is, when the catalogue has one.</param>
/// <param name="Level">市, 县 or 街道.</param>
/// <param name="ServiceObject">自然人 or 法人.</param>
/// <param name="CaseTypeReason">Why it is handled as this case type.</param>
/// <param name="Visits">How often one must come; null when not stated.</param>
/// <param name="ApplyHref">Where an application begins; null while the item has no process to run.</param>
public sealed record ItemDetail(
    string Code,
    string Name,
    string? Lead,
    int Version,
    DateOnly EffectiveFrom,
    string Department,
    IReadOnlyList<string> JointDepartments,
    string Type,
    string CaseType,
    string? CaseTypeReason,
    string Level,
    string ServiceObject,
    string Theme,
    IReadOnlyList<LegalBasis> Bases,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<Material> Materials,
    ItemProcess? Process,
    IReadOnlyList<SpecialProcedure> Procedures,
    Limits Limits,
    Fee Fee,
    ItemResult Result,
    Contact? Contact,
    int? Visits,
    string? ApplyHref
)
{
    /// <summary>The day whose guide this is, when it is not today's.</summary>
    public DateOnly? OnDay { get; init; }

    /// <summary>Name of an <c>OnlineDepth</c>.</summary>
    public string? Depth { get; init; }

    public IReadOnlyList<string> Channels { get; init; } = [];

    public string? Scope { get; init; }

    public string? OnSiteReason { get; init; }

    /// <summary>appointment, payment, courier, terminal: what there is.</summary>
    public IReadOnlyList<string> Supports { get; init; } = [];

    /// <summary>Telephone of the complaints desk.</summary>
    public string? Complaint { get; init; }
}

/// <param name="Article">Null when the number is not known.</param>
/// <param name="IsVerified">The article itself was read; otherwise the page says that its number is still to be checked.</param>
public sealed record LegalBasis(string Law, int? Article, bool IsVerified);

/// <param name="When">The condition under which a material that is not always required must be handed in.</param>
/// <param name="Form">原件, 复印件 or 电子.</param>
/// <param name="Links">Blank form, sample.</param>
public sealed record Material(
    string Name,
    bool IsRequired,
    string? When,
    string? Basis,
    string Form,
    IReadOnlyList<Link> Links
)
{
    /// <summary>样本: what a right one shows, point by point.</summary>
    public IReadOnlyList<string> Sample { get; init; } = [];
}

/// <param name="Svg">The process drawn by our own diagram code: trusted markup without style attributes.</param>
public sealed record ItemProcess(string Svg, StepsView? Steps);

/// <param name="CountsInLimit">False: the clock stands still meanwhile (行政许可法 art. 45).</param>
public sealed record SpecialProcedure(string Name, string? Basis, bool CountsInLimit);

/// <summary>Working days. A promise of 0 is 当场.</summary>
public sealed record Limits(int PromisedDays, int LegalDays, string? LegalBasis, bool IsVerified);

public sealed record Fee(bool IsCharged, string? Basis, string? Note);

/// <param name="ValidityYears">Null: no term.</param>
public sealed record ItemResult(string Name, string Kind, int? ValidityYears);

/// <summary>Where one asks: the window, its phone, its hours.</summary>
public sealed record Contact(string Window, string? Phone, string? Hours);
