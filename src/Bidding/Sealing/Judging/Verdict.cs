using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;

namespace Approvals.Bidding.Sealing.Judging;

/// <summary>What is said of an envelope, in the order of the tests: the first that fits.</summary>
public enum VerdictKind
{
    /// <summary>逾期, 撤回, 被替换, 虚件: no bid.</summary>
    Late,
    Withdrawn,
    Superseded,
    Dummy,

    /// <summary>平台丢失: 撤回, the platform is liable.</summary>
    PlatformLoss,

    /// <summary>身份不成立: no bid, never opened.</summary>
    NoIdentity,

    /// <summary>保管人违约: every bid 撤回, holders named.</summary>
    HolderDefault,

    /// <summary>未解锁: 撤销, the bidder named.</summary>
    Unreleased,

    /// <summary>封装不实: 撤销, the bidder named.</summary>
    Malformed,

    /// <summary>已开标.</summary>
    Opened,
}

/// <param name="Lots">The lots that are read out, for <see cref="VerdictKind.Opened"/>.</param>
/// <param name="Blamed">Holders who didn't post their key, for <see cref="VerdictKind.HolderDefault"/>.</param>
/// <param name="Section">The section that gave the proof, where one did.</param>
public sealed record Verdict(
    VerdictKind Kind,
    ImmutableArray<int> Lots = default,
    ImmutableArray<HolderRole> Blamed = default,
    SectionId? Section = null
);
