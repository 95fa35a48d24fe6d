namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>The further elements of the 实施清单 as columns.</summary>
internal static class ListingColumns
{
    private static readonly string[] Depths = ["", "信息发布", "表格下载", "网上预审", "网上受理", "全程网办"];

    public static IReadOnlyList<ItemColumn> All { get; } =
    [
        Text("powerSource", "权力来源", list => list.PowerSource, (list, text) => list with { PowerSource = text }),
        Text(
            "authorityCode",
            "实施主体编码",
            list => list.AuthorityCode,
            (list, text) => list with { AuthorityCode = text }
        ),
        Text(
            "authorityNature",
            "实施主体性质",
            list => list.AuthorityNature,
            (list, text) => list with { AuthorityNature = text }
        ),
        Text(
            "entrustedBody",
            "委托部门",
            list => list.EntrustedBody,
            (list, text) => list with { EntrustedBody = text }
        ),
        Text("legalNote", "法定时限说明", list => list.LegalNote, (list, text) => list with { LegalNote = text }),
        Text(
            "promisedNote",
            "承诺时限说明",
            list => list.PromisedNote,
            (list, text) => list with { PromisedNote = text }
        ),
        Lines("channels", "办理形式", list => list.Channels, (list, lines) => list with { Channels = lines }),
        ItemColumns.Number(
            "visits",
            "到现场次数",
            Section,
            item => item.Listing?.Visits,
            (item, visits) => item with { Listing = ListOf(item) with { Visits = visits } }
        ),
        Text(
            "onSiteReason",
            "必须现场办理原因",
            list => list.OnSiteReason,
            (list, text) => list with { OnSiteReason = text }
        ),
        ItemColumns.Choice(
            "depth",
            "网办深度",
            Section,
            Depths,
            item => Depths[item.Listing?.Depth is { } depth ? (int)depth + 1 : 0],
            (item, text) => item with { Listing = ListOf(item) with { Depth = DepthOf(text) } }
        ),
        Text(
            "onlineAddress",
            "在线办理地址",
            list => list.OnlineAddress,
            (list, text) => list with { OnlineAddress = text }
        ),
        Flag("inHall", "进驻大厅", list => list.InHall, (list, value) => list with { InHall = value }),
        Text("scope", "通办范围", list => list.Scope, (list, text) => list with { Scope = text }),
        Lines(
            "intermediaries",
            "中介服务",
            list => list.IntermediaryServices,
            (list, lines) => list with { IntermediaryServices = lines }
        ),
        Text(
            "quantityLimit",
            "数量限制",
            list => list.QuantityLimit,
            (list, text) => list with { QuantityLimit = text }
        ),
        Text("resultSample", "结果样本", list => list.ResultSample, (list, text) => list with { ResultSample = text }),
        Flag("appointment", "支持预约", list => list.Appointment, (list, value) => list with { Appointment = value }),
        Flag(
            "onlinePayment",
            "支持网上支付",
            list => list.OnlinePayment,
            (list, value) => list with { OnlinePayment = value }
        ),
        Flag("courier", "支持快递", list => list.Courier, (list, value) => list with { Courier = value }),
        Flag("terminal", "支持自助终端", list => list.Terminal, (list, value) => list with { Terminal = value }),
        Lines("lifeEvents", "人生事件", list => list.LifeEvents, (list, lines) => list with { LifeEvents = lines }),
        Text("townCode", "乡镇街道代码", list => list.TownCode, (list, text) => list with { TownCode = text }),
    ];

    private const string Section = "listing";

    private static ItemListing ListOf(Item item) => item.Listing ?? new ItemListing();

    private static OnlineDepth? DepthOf(string text) =>
        Array.IndexOf(Depths, text) is > 0 and var at ? (OnlineDepth)(at - 1) : null;

    private static ItemColumn Text(
        string key,
        string header,
        Func<ItemListing, string?> read,
        Func<ItemListing, string?, ItemListing> write
    ) =>
        ItemColumns.Line(
            key,
            header,
            Section,
            item => read(ListOf(item)),
            (item, text) => item with { Listing = write(ListOf(item), ItemCells.OrNull(text)) }
        );

    private static ItemColumn Lines(
        string key,
        string header,
        Func<ItemListing, IReadOnlyList<string>> read,
        Func<ItemListing, IReadOnlyList<string>, ItemListing> write
    ) =>
        ItemColumns.Lines(
            key,
            header,
            Section,
            item => read(ListOf(item)),
            (item, lines) => item with { Listing = write(ListOf(item), lines) }
        );

    private static ItemColumn Flag(
        string key,
        string header,
        Func<ItemListing, bool> read,
        Func<ItemListing, bool, ItemListing> write
    ) =>
        ItemColumns.Flag(
            key,
            header,
            Section,
            item => read(ListOf(item)),
            (item, value) => item with { Listing = write(ListOf(item), value) }
        );
}
