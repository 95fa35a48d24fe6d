namespace Approvals.Cases;

/// <summary>审查结论: what the reviewer proposes to the approver, who alone decides.</summary>
public enum Recommendation
{
    /// <summary>建议准予.</summary>
    Grant,

    /// <summary>建议不予许可.</summary>
    Refuse,
}
