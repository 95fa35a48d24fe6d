namespace Approvals.Cases;

/// <summary>办件类型变更: which types a case may become. Every type that is accepted may besides be returned.</summary>
public static class TypeChanges
{
    public static IReadOnlyList<CaseType> From(CaseType type) =>
        type switch
        {
            CaseType.Committed => [CaseType.Joint, CaseType.GreenChannel],
            CaseType.GreenChannel => [CaseType.Committed],
            _ => [],
        };

    /// <summary>While it is examined or reviewed, and nothing waits for signers.</summary>
    public static bool IsChangeable(this CaseState state) =>
        state is { Stage: CaseStage.Submitted or CaseStage.Reviewing, Pending: null } && From(state.Type).Count > 0;
}
