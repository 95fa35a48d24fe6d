namespace Approvals.Cases.Clocks;

/// <summary>时限灯. Order is urgency: a list sorted by it, highest first, shows what burns.</summary>
public enum Light
{
    /// <summary>无时限: no clock runs or ran.</summary>
    None,

    /// <summary>停表.</summary>
    Paused,

    /// <summary>正常.</summary>
    Normal,

    /// <summary>临期 (yellow).</summary>
    Soon,

    /// <summary>超期 (red).</summary>
    Late,
}
