namespace Approvals.Cases;

/// <summary>文书种类: the papers of a case, each with a number of its own series.</summary>
public enum NoticeKind
{
    /// <summary>受理通知书.</summary>
    Acceptance,

    /// <summary>一次性补正告知书.</summary>
    Correction,

    /// <summary>不予受理通知书.</summary>
    NonAcceptance,

    /// <summary>准予行政许可决定书.</summary>
    Approval,

    /// <summary>不予行政许可决定书.</summary>
    Refusal,
}
