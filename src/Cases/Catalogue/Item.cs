namespace Approvals.Cases.Catalogue;

/// <summary>
/// 事项: one power or service as the national 实施清单 discloses it (GB/T 39554.1). Limits are working days. A case stays on
/// the <see cref="ItemVersion"/> it began with.
/// </summary>
public sealed record Item
{
    /// <summary>The centre's short code (QY010), stable over versions.</summary>
    public required string Code { get; init; }

    /// <summary>基本编码, 12 characters.</summary>
    public required string BasicCode { get; init; }

    /// <summary>实施编码, 31 characters: credit code of the unit (18), level (1), basic code (12).</summary>
    public required string ImplementationCode { get; init; }

    /// <summary>业务办理项编码, 33 characters.</summary>
    public required string BusinessItemCode { get; init; }

    public required string Name { get; init; }

    /// <summary>One sentence in everyday words: who needs this.</summary>
    public string? Summary { get; init; }

    /// <summary>Code of the unit that handles the item.</summary>
    public required string Unit { get; init; }

    /// <summary>实施机关: the body in whose name it decides.</summary>
    public required string Authority { get; init; }

    /// <summary>行政权力类型: 行政许可, 行政确认, 行政给付…</summary>
    public required string PowerType { get; init; }

    /// <summary>行使层级: 市, 县, 街道.</summary>
    public required string Level { get; init; }

    /// <summary>服务对象: 自然人 or 法人.</summary>
    public required string ServiceObject { get; init; }

    public required CaseType CaseType { get; init; }

    /// <summary>Why the item is of that type.</summary>
    public string? CaseTypeNote { get; init; }

    public required IReadOnlyList<LegalReference> LegalBasis { get; init; }

    public required TimeLimits Limits { get; init; }

    public required IReadOnlyList<string> Conditions { get; init; }

    public required IReadOnlyList<Material> Materials { get; init; }

    /// <summary>Where the list of materials is from: 法条列明, 条件对应的证明, 实务归纳.</summary>
    public string? MaterialsFrom { get; init; }

    public required IReadOnlyList<SpecialProcedure> SpecialProcedures { get; init; }

    public required Fee Fee { get; init; }

    public required ItemResult Result { get; init; }

    /// <summary>Departments that take part in a joint item.</summary>
    public IReadOnlyList<string> JointDepartments
    {
        get;
        // The generated reader passes null for an absent list.
        init => field = value ?? [];
    } = [];

    /// <summary>What the process of its type needs; null when it needs nothing.</summary>
    public ItemHandling? Handling { get; init; }

    /// <summary>主题: the life event or business it belongs to.</summary>
    public required string Theme { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public string? Notes { get; init; }

    public required Contact Contact { get; init; }

    /// <summary>The further elements of the 实施清单; null in versions that were published without them.</summary>
    public ItemListing? Listing { get; init; }

    /// <summary>Id of the application form; null while the item can't be applied for online.</summary>
    public string? ApplyForm { get; init; }
}
