namespace Approvals.Cases;

/// <summary>退回情形.</summary>
public enum ReturnGround
{
    /// <summary>材料不齐: the applicant cannot complete them or takes them back.</summary>
    Incomplete,

    /// <summary>不属于本机关职权范围.</summary>
    NotCompetent,

    /// <summary>依法不需要取得许可.</summary>
    NotRequired,
}

/// <summary>Names of the grounds on papers.</summary>
public static class ReturnGrounds
{
    public static string Caption(this ReturnGround ground) =>
        ground switch
        {
            ReturnGround.Incomplete => "申请材料不齐全",
            ReturnGround.NotCompetent => "不属于本机关职权范围",
            ReturnGround.NotRequired => "依法不需要取得许可",
            _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, null),
        };
}
