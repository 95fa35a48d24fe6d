namespace Approvals.Cases.Catalogue;

/// <summary>What an item's process must know beyond its limits; each part belongs to one case type.</summary>
/// <param name="Verification">承诺告知件: how long the commitment may be checked after the result.</param>
/// <param name="Referral">转报件: who accepts and reviews first; the item's own unit decides.</param>
/// <param name="Silence">承诺件: where the item has a rule of tacit approval.</param>
/// <param name="Branches">联办件: the departments that are asked besides the item's own unit.</param>
public sealed record ItemHandling(
    VerificationTerm? Verification = null,
    Referral? Referral = null,
    IReadOnlyList<JointBranch>? Branches = null,
    Silence? Silence = null
);

/// <summary>超时默许: the rule that lets the end of the promised limit grant the application. Without one, what is overdue escalates instead.</summary>
public sealed record Silence(string Basis);

/// <summary>核查时限 in working days after the result was given, and what it rests on.</summary>
public sealed record VerificationTerm(int Days, string Basis);

/// <summary>转报: the lower unit that accepts and reviews, its limit and the upper unit's own, in working days.</summary>
public sealed record Referral(string FirstUnit, int FirstDays, int UpperDays, string Basis);

/// <summary>并联审查: a department that is asked and its limit in working days; who does not answer in it counts as agreeing (缺席默认).</summary>
public sealed record JointBranch(string Unit, int Days, string Basis);
