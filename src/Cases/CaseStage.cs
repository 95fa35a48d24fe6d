namespace Approvals.Cases;

/// <summary>Where a case stands in the domain; the process knows the finer step.</summary>
public enum CaseStage
{
    /// <summary>已取号，待受理.</summary>
    Submitted,

    /// <summary>受理前一次性补正.</summary>
    CorrectingForAcceptance,

    /// <summary>已受理，审查中.</summary>
    Reviewing,

    /// <summary>审查中一次性补正.</summary>
    CorrectingForReview,

    /// <summary>受理后征求部门意见 (联办件).</summary>
    Consulting,

    /// <summary>特别程序进行中，不计时限 (行政许可法 art. 45).</summary>
    Suspended,

    /// <summary>联合踏勘已安排，待记录.</summary>
    Inspecting,

    /// <summary>延期待批 (行政许可法 art. 42).</summary>
    Extending,

    /// <summary>审查已完，等待补交承诺的材料 (绿色通道件).</summary>
    Supplying,

    /// <summary>待决定.</summary>
    Deciding,

    /// <summary>准予许可，制证.</summary>
    Approved,

    /// <summary>证已制成，送达.</summary>
    Licensed,

    /// <summary>结果已送达，承诺待核查 (承诺告知件).</summary>
    Verifying,

    /// <summary>核查发现未达到承诺的条件，限期整改.</summary>
    Rectifying,

    /// <summary>核查符合承诺，待归档.</summary>
    Verified,

    /// <summary>承诺不实，决定已撤销，待送达.</summary>
    Revoked,

    /// <summary>不予许可，待送达决定书.</summary>
    Refused,

    /// <summary>不予受理，待送达告知书.</summary>
    NotAccepted,

    /// <summary>已退回，待退还材料.</summary>
    Returned,

    /// <summary>申请人撤回，办件终止.</summary>
    Withdrawn,

    /// <summary>办结.</summary>
    Closed,
}

/// <summary>What may be asked of a stage.</summary>
public static class CaseStages
{
    /// <summary>The applicant may still withdraw.</summary>
    public static bool IsUndecided(this CaseStage stage) =>
        stage
            is CaseStage.Submitted
                or CaseStage.CorrectingForAcceptance
                or CaseStage.Reviewing
                or CaseStage.CorrectingForReview
                or CaseStage.Consulting
                or CaseStage.Suspended
                or CaseStage.Inspecting
                or CaseStage.Extending
                or CaseStage.Supplying
                or CaseStage.Deciding;

    public static bool IsCorrecting(this CaseStage stage) =>
        stage is CaseStage.CorrectingForAcceptance or CaseStage.CorrectingForReview;

    /// <summary>Nothing more happens to the case itself (a rating may follow).</summary>
    public static bool IsOver(this CaseStage stage) => stage is CaseStage.Withdrawn or CaseStage.Closed;

    /// <summary>环节, as lists show it, in zh-Hans.</summary>
    public static string Caption(this CaseStage stage) =>
        stage switch
        {
            CaseStage.Submitted => "受理",
            CaseStage.CorrectingForAcceptance or CaseStage.CorrectingForReview => "一次性补正",
            CaseStage.Reviewing => "审查",
            CaseStage.Consulting => "并联审查",
            CaseStage.Suspended => "特别程序",
            CaseStage.Inspecting => "联合踏勘",
            CaseStage.Extending => "延期审批",
            CaseStage.Supplying => "补交材料",
            CaseStage.Returned => "退回",
            CaseStage.Deciding => "决定",
            CaseStage.Approved => "制证",
            CaseStage.Verifying => "核查",
            CaseStage.Rectifying => "整改",
            CaseStage.Verified => "归档",
            CaseStage.Revoked => "撤销",
            CaseStage.Licensed or CaseStage.Refused or CaseStage.NotAccepted => "送达",
            CaseStage.Withdrawn => "已撤回",
            CaseStage.Closed => "办结",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
}
