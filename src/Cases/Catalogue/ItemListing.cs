namespace Approvals.Cases.Catalogue;

/// <summary>
/// What the national 实施清单 tells of an item beside its eight publics (GB/T 39554.1, basic and extension elements). Everything may be
/// left out: null is "not stated".
/// </summary>
public sealed record ItemListing
{
    /// <summary>权力来源: 法定本级行使, 委托, 下放.</summary>
    public string? PowerSource { get; init; }

    /// <summary>实施主体编码: the credit code of the authority.</summary>
    public string? AuthorityCode { get; init; }

    /// <summary>实施主体性质: 法定机关, 授权组织, 受委托组织.</summary>
    public string? AuthorityNature { get; init; }

    /// <summary>委托部门.</summary>
    public string? EntrustedBody { get; init; }

    /// <summary>法定办结时限说明.</summary>
    public string? LegalNote { get; init; }

    /// <summary>承诺办结时限说明.</summary>
    public string? PromisedNote { get; init; }

    /// <summary>办理形式: 窗口办理, 网上办理, 快递申请.</summary>
    public IReadOnlyList<string> Channels
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>到办事现场次数; 0 is 一趟不用跑.</summary>
    public int? Visits { get; init; }

    /// <summary>必须现场办理原因说明, required as soon as one must come at all.</summary>
    public string? OnSiteReason { get; init; }

    /// <summary>网上办理深度.</summary>
    public OnlineDepth? Depth { get; init; }

    /// <summary>在线办理跳转地址, of an item that another platform takes.</summary>
    public string? OnlineAddress { get; init; }

    /// <summary>是否进驻政务大厅.</summary>
    public bool InHall { get; init; } = true;

    /// <summary>通办范围: 全国, 跨省, 全省, 全市, 本县区.</summary>
    public string? Scope { get; init; }

    /// <summary>中介服务, each by the name of the report it ends in.</summary>
    public IReadOnlyList<string> IntermediaryServices
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>数量限制.</summary>
    public string? QuantityLimit { get; init; }

    /// <summary>结果样本: what stands on the paper one receives.</summary>
    public string? ResultSample { get; init; }

    /// <summary>是否支持预约办理.</summary>
    public bool Appointment { get; init; }

    /// <summary>是否支持网上支付.</summary>
    public bool OnlinePayment { get; init; }

    /// <summary>是否支持物流快递.</summary>
    public bool Courier { get; init; }

    /// <summary>是否支持自助终端办理.</summary>
    public bool Terminal { get; init; }

    /// <summary>人生事件／经营事项: 出生, 上学, 就业, 开办企业, 退休….</summary>
    public IReadOnlyList<string> LifeEvents
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>乡镇街道（村居）代码, of an item that they take: 9 or 12 digits.</summary>
    public string? TownCode { get; init; }
}
