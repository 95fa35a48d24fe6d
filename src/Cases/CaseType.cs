namespace Approvals.Cases;

/// <summary>办件类型: the seven ways in which a case runs, each a process of its own.</summary>
public enum CaseType
{
    /// <summary>即办件: decided at the window on the spot.</summary>
    Immediate,

    /// <summary>承诺件: accepted, decided within the promised limit.</summary>
    Committed,

    /// <summary>联办件: several departments, one window, parallel review.</summary>
    Joint,

    /// <summary>转报件: first review here, decided by an upper level.</summary>
    Referred,

    /// <summary>退回件: not accepted or sent back, with a written reason and where to go.</summary>
    Returned,

    /// <summary>绿色通道件: urgent or key projects; papers may follow.</summary>
    GreenChannel,

    /// <summary>承诺告知件: granted on a signed commitment, checked afterwards.</summary>
    NotifiedCommitment,
}

/// <summary>What holds of a type whatever the case.</summary>
public static class CaseTypes
{
    /// <summary>Decided at the window in the same visit, without a separate acceptance and review.</summary>
    public static bool IsOnTheSpot(this CaseType type) => type is CaseType.Immediate or CaseType.NotifiedCommitment;

    /// <summary>Called so on pages and papers, in zh-Hans.</summary>
    public static string Caption(this CaseType type) =>
        type switch
        {
            CaseType.Immediate => "即办件",
            CaseType.Committed => "承诺件",
            CaseType.Joint => "联办件",
            CaseType.Referred => "转报件",
            CaseType.Returned => "退回件",
            CaseType.GreenChannel => "绿色通道件",
            CaseType.NotifiedCommitment => "承诺告知件",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
}
