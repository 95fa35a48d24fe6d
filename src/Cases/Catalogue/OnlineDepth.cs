namespace Approvals.Cases.Catalogue;

/// <summary>网上办理深度: how much of the item can be done without coming, each including what stands before it.</summary>
public enum OnlineDepth
{
    /// <summary>信息发布: the guide only.</summary>
    Information,

    /// <summary>表格下载.</summary>
    Download,

    /// <summary>网上预审: papers are looked at online and brought to the window.</summary>
    PreReview,

    /// <summary>网上受理.</summary>
    Acceptance,

    /// <summary>全程网办.</summary>
    WholeProcess,
}
