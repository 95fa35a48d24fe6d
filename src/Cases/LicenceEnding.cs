namespace Approvals.Cases;

/// <summary>How a licence ceases before its term is over.</summary>
public enum LicenceEnding
{
    /// <summary>撤销 (行政许可法 art. 69): it should not have been given.</summary>
    Revoked,

    /// <summary>注销 (行政许可法 art. 70): the holder gave it up, died, or ceased to exist, or it can no longer be used.</summary>
    Cancelled,

    /// <summary>延续、变更后由新证照替代.</summary>
    Replaced,
}
