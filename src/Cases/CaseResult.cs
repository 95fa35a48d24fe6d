namespace Approvals.Cases;

/// <summary>办理结果: how a case ended. A case never ends without one.</summary>
public enum CaseResult
{
    /// <summary>准予许可.</summary>
    Granted,

    /// <summary>不予许可.</summary>
    Refused,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>已准予，后因承诺不实撤销.</summary>
    Revoked,

    /// <summary>退回.</summary>
    Returned,

    /// <summary>申请人撤回.</summary>
    Withdrawn,
}
