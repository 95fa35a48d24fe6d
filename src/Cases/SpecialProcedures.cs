namespace Approvals.Cases;

/// <summary>特别程序 (行政许可法 art. 45).</summary>
public static class SpecialProcedures
{
    /// <summary>Which procedures the law takes out of the limit, whatever the item.</summary>
    public static readonly IReadOnlyList<string> Statutory =
    [
        "听证",
        "招标",
        "拍卖",
        "检验",
        "检测",
        "检疫",
        "鉴定",
        "专家评审",
    ];
}
