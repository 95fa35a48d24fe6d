using System.Globalization;
using Approvals.Cases.Catalogue;
using Approvals.Kernel.Organisations;

namespace Approvals.Server.Seeding;

/// <summary>
/// The catalogue of a whole city out of the items of its departments: districts and streets hold the powers that the law gives to their level, and a
/// licence is not only granted but changed, extended and given up (行政许可法 art. 49, 50, 70).
/// </summary>
public static class CityCatalogue
{
    private const string LicensingLaw = "行政许可法";

    private static readonly Variant[] Variants =
    [
        new("02", "变更", 49, ["{0}申请书（变更）", "原{1}", "变更事项的证明"], "改名字、地址、负责人之前办。"),
        new(
            "03",
            "延续",
            50,
            ["{0}申请书（延续）", "原{1}", "继续符合许可条件的证明"],
            "有效期届满 30 日前办，逾期视为准予延续。"
        ),
        new("04", "注销", 70, ["{0}申请书（注销）", "原{1}"], "不再从事这项活动时办。"),
    ];

    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["变更事项的证明"] = "写明变更前后的内容；有登记机关或者主管部门的证明；日期在半年以内",
        ["继续符合许可条件的证明"] = "对照许可条件逐条说明；附最近一次检查或者检测的结果；盖章",
    };

    /// <summary>What a licence shows when its item does not say it: who holds it, and where (FEEL over the answers of the form).</summary>
    private const string HolderFields =
        """[{label: "名称", value: unitName}, {label: "法定代表人（负责人）", value: legalPerson}, {label: "地址", value: address}]""";

    /// <summary>The units that hold items first, then the others, in the order given.</summary>
    public static IReadOnlyList<Unit> Units(IEnumerable<Unit> units, int count) => [.. units.Take(count)];

    /// <summary>Whether every unit that the item's process asks is there.</summary>
    public static bool IsHandledBy(Item item, IReadOnlySet<string> units) =>
        units.Contains(item.Unit)
        && (item.Handling?.Referral is not { } referral || units.Contains(referral.FirstUnit))
        && (item.Handling?.Branches ?? []).All(branch => units.Contains(branch.Unit));

    /// <summary>At most <paramref name="count"/> items of these units; the same arguments give the same items.</summary>
    public static IReadOnlyList<Item> Items(IReadOnlyList<Item> own, IReadOnlyList<Unit> units, int count)
    {
        var present = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var held = own.Where(item => IsHandledBy(item, present)).ToList();
        // What an upper level decides is no power of the lower one.
        var lower = held.Where(item => item.Handling?.Referral is null)
            .SelectMany(item => LowerOf(item, units))
            .ToList();
        return
        [
            .. held.Concat(held.SelectMany(VariantsOf)).Concat(lower).Concat(lower.SelectMany(VariantsOf)).Take(count),
        ];
    }

    /// <summary>The same power at the bodies below: <c>huxi-market</c> holds what <c>market</c> does, every street what one does.</summary>
    private static IEnumerable<Item> LowerOf(Item item, IReadOnlyList<Unit> units)
    {
        var own = units.First(unit => unit.Code == item.Unit);
        var bodies = units.Where(unit =>
            unit.Code != own.Code
            && (
                own.Level == UnitLevel.City
                    ? unit.Code.EndsWith("-" + own.Code, StringComparison.Ordinal)
                    : unit.Level == own.Level
            )
        );
        return bodies.Select(unit => At(item, unit));
    }

    private static Item At(Item item, Unit unit)
    {
        var implementation = unit.CreditCode + item.ImplementationCode[18..];
        return item with
        {
            Code = $"{item.Code}-{unit.Region}",
            ImplementationCode = implementation,
            BusinessItemCode = implementation + "01",
            Unit = unit.Code,
            Authority = unit.Name,
            Level = unit.Level == UnitLevel.District ? "县" : item.Level,
            Contact = Contact(item.Contact, unit),
            Result = item.Result with { LicenceTypeCode = TypeOf(item.Result, unit, item.Code) },
            Listing = (item.Listing ?? new ItemListing()) with { AuthorityCode = unit.CreditCode, Scope = "本县区" },
        };
    }

    private static IEnumerable<Item> VariantsOf(Item item) =>
        item is { PowerType: "行政许可", Result.Kind: "证照" } ? Variants.Select(variant => Of(item, variant)) : [];

    private static Item Of(Item item, Variant variant)
    {
        var basis = $"{LicensingLaw}第{variant.Article.ToString(CultureInfo.InvariantCulture)}条";
        var promised = Math.Max(1, item.Limits.PromisedDays / 2);
        return item with
        {
            Code = $"{item.Code}-{variant.Number}",
            BusinessItemCode = item.ImplementationCode + variant.Number,
            Name = $"{item.Name}（{variant.Word}）",
            Summary = variant.Summary,
            CaseType = item.CaseType is Cases.CaseType.Immediate ? item.CaseType : Cases.CaseType.Committed,
            CaseTypeNote = null,
            JointDepartments = [],
            Handling = null,
            LegalBasis = [.. item.LegalBasis, new LegalReference(LicensingLaw, true, variant.Article, "2019-04-23")],
            Limits = item.Limits with
            {
                PromisedDays =
                    item.CaseType is Cases.CaseType.Immediate ? 0 : Math.Min(promised, item.Limits.LegalDays),
            },
            Materials =
            [
                .. variant
                    .Materials.Select(name =>
                        string.Format(CultureInfo.InvariantCulture, name, item.Name, item.Result.Name)
                    )
                    .Select(name => new Material(
                        name,
                        true,
                        basis,
                        name.StartsWith('原') ? "原件" : "复印件",
                        Sample: Samples.GetValueOrDefault(name, "用本事项公布的表样或者原证；内容清楚；盖章或者签名")
                    )),
            ],
            MaterialsFrom = "条件对应的证明",
            SpecialProcedures = [],
            Result = item.Result with { LicenceTypeCode = variant.Article == 70 ? null : item.Result.LicenceTypeCode },
            Keywords = [.. item.Keywords, variant.Word],
            ApplyForm = null,
        };
    }

    private static Contact Contact(Contact contact, Unit unit) =>
        unit.Windows is [var window, ..]
            ? new Contact(window.Number, window.Name, window.Place, window.Phone, window.Hours, contact.Complaint)
            : contact;

    /// <summary>The item with what its licence needs: a type and lines to show.</summary>
    internal static Item Licensing(Item item, Unit unit) =>
        TypeOf(item.Result, unit, item.Code) is { } type
            ? item with
            {
                Result = item.Result with
                {
                    LicenceTypeCode = item.Result.LicenceTypeCode ?? type,
                    LicenceFields = item.Result.LicenceFields ?? HolderFields,
                },
            }
            : item;

    /// <summary>证照类型代码: the issuing body's credit code and three digits of its own numbering.</summary>
    internal static string? TypeOf(ItemResult result, Unit unit, string code) =>
        result.Kind == "证照" ? string.Concat(unit.CreditCode, code.AsSpan(2, 3)) : result.LicenceTypeCode;

    /// <param name="Number">The last two characters of the business item code.</param>
    /// <param name="Article">Of 行政许可法.</param>
    /// <param name="Materials">Names; {0} is the item, {1} its result.</param>
    private sealed record Variant(string Number, string Word, int Article, string[] Materials, string Summary);
}
