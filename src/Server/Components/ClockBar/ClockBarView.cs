namespace Approvals.Server.Components.ClockBar;

/// <summary>A limit drawn as cells, one a working day, so that 7 of 20 is counted and not estimated.</summary>
/// <param name="Sentence">The whole clock as one sentence, for readers who don't see it.</param>
/// <param name="Flags">Above the cells the limits, below them the events.</param>
/// <param name="Legend">Which kinds to explain under the bar, with their words.</param>
public sealed record ClockBarView(
    string Sentence,
    IReadOnlyList<ClockCell> Cells,
    IReadOnlyList<ClockFlag> Flags,
    IReadOnlyList<(ClockCell Cell, string Words)>? Legend = null,
    bool IsLow = false
)
{
    /// <summary>More cells than this are not drawn one by one.</summary>
    public const int MaxCells = 120;
}

public enum ClockCell
{
    /// <summary>A day already counted.</summary>
    Run,

    /// <summary>Today, half gone.</summary>
    Today,

    /// <summary>A day left of the promise.</summary>
    Left,

    /// <summary>A day of the promise on a page that shows no running clock.</summary>
    Promised,

    /// <summary>Beyond the promise, within the law.</summary>
    Legal,

    /// <summary>The clock stood still.</summary>
    Paused,

    /// <summary>Beyond the limit.</summary>
    Over,
}

/// <summary>Words at a place of the bar: the column lines they span, 1 being the left edge of the first cell.</summary>
public sealed record ClockFlag(
    int FromLine,
    int ToLine,
    FlagAt At,
    bool IsAbove,
    string Words,
    string? Second = null,
    bool IsStrong = true
);

public enum FlagAt
{
    Start,
    Middle,
    End,
}
