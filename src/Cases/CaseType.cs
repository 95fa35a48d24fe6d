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
