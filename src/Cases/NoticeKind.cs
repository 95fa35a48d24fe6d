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

    /// <summary>告知承诺书.</summary>
    Commitment,

    /// <summary>限期整改通知书.</summary>
    Rectification,

    /// <summary>承诺核查记录.</summary>
    CheckRecord,

    /// <summary>撤销行政许可决定书.</summary>
    Revocation,

    /// <summary>特别程序期限告知书.</summary>
    SpecialProcedure,

    /// <summary>转报函.</summary>
    Referral,

    /// <summary>联合踏勘通知书.</summary>
    InspectionCall,

    /// <summary>联合踏勘记录.</summary>
    InspectionRecord,

    /// <summary>联审联办会议纪要.</summary>
    MeetingMinutes,

    /// <summary>延长办理期限告知书.</summary>
    Extension,

    /// <summary>办件类型变更告知书.</summary>
    TypeChange,

    /// <summary>退回件告知书.</summary>
    Return,

    /// <summary>材料退还回执.</summary>
    ReturnReceipt,

    /// <summary>补交材料承诺书.</summary>
    Undertaking,

    /// <summary>证照撤销、注销决定书.</summary>
    LicenceWithdrawal,
}
