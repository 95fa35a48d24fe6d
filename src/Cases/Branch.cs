namespace Approvals.Cases;

/// <summary>并联审查分支: a department that is asked, the civil day to whose end it may answer, and what it said.</summary>
/// <param name="Answer">Null while it is waited for.</param>
public sealed record Branch(string Unit, DateOnly DueDay, BranchAnswer? Answer = null);

/// <summary>What a department said; an absent one agreed (缺席默认) and said nothing.</summary>
public sealed record BranchAnswer(bool Agrees, string? Opinion, bool IsAbsent);

/// <summary>踏勘情况 of one unit.</summary>
public sealed record UnitFinding(string Unit, string Finding);

/// <summary>How a unit voted in a joint meeting.</summary>
public enum Vote
{
    /// <summary>同意.</summary>
    For,

    /// <summary>不同意.</summary>
    Against,

    /// <summary>弃权.</summary>
    Abstained,
}

/// <summary>表决 of one unit.</summary>
public sealed record UnitVote(string Unit, Vote Vote);
