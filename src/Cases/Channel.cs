namespace Approvals.Cases;

/// <summary>渠道: the way by which an application or a rating came.</summary>
public enum Channel
{
    /// <summary>网上，本人账号 (注册登记制).</summary>
    Online,

    /// <summary>窗口直接受理 (直接受理制).</summary>
    Window,

    /// <summary>代理服务 (代理服务制).</summary>
    Agent,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>短信.</summary>
    Message,
}
