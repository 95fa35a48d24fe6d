namespace Approvals.Bidding.Tenders;

/// <summary>Where a tender stands, from declaration to archive.</summary>
public enum TenderStage
{
    /// <summary>已申报，待选代理机构.</summary>
    Declared,

    /// <summary>编制招标文件.</summary>
    Compiling,

    /// <summary>四方生成密钥、签发公告.</summary>
    Keying,

    /// <summary>封闭式报名与投标.</summary>
    Registering,

    /// <summary>开标与资格后审.</summary>
    Opening,

    /// <summary>专家独立评标.</summary>
    Evaluating,

    /// <summary>中标候选人公示.</summary>
    Publicity,

    /// <summary>已发中标通知书，待签合同.</summary>
    Awarded,

    /// <summary>已签合同.</summary>
    Contracted,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>招标失败.</summary>
    Failed,
}
