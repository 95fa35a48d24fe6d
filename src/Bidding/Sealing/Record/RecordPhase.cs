namespace Approvals.Bidding.Sealing.Record;

/// <summary>Where a tender's record stands; a phase is named for what happens in it.</summary>
public enum RecordPhase
{
    /// <summary>No notice yet.</summary>
    Announcing,

    /// <summary>封存: bids come, are replaced, are withdrawn.</summary>
    Sealing,

    /// <summary>冻结: the set is closed; holders recompute and sign F.</summary>
    Frozen,

    /// <summary>计数: seeds are revealed, dummies struck.</summary>
    Counted,

    /// <summary>识别: supervisor and notary learn the names and say how many bid for each lot.</summary>
    Identified,

    /// <summary>解锁甲: bidders release their own lock.</summary>
    Releasing,

    /// <summary>解锁乙: holders post their keys.</summary>
    Unlocking,

    /// <summary>开标.</summary>
    Opened,

    /// <summary>招标失败: nothing of content is opened, ever.</summary>
    Failed,
}

/// <summary>Why a record failed.</summary>
public enum RecordFailure
{
    None,
    NotFrozen,
    TooFewBids,
    NotIdentified,
    TooFewBidders,
    HolderDefault,
}
