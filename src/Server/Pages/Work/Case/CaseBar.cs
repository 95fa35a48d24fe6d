using Approvals.Server.Components.CaseFactsClock;
using Approvals.Server.Components.ClockBar;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Work.Case;

/// <summary>The clock of a case as a low bar without words: the days of the promise, its pauses, what is over it.</summary>
public static class CaseBar
{
    /// <summary>Null for a clock too long to be drawn cell by cell.</summary>
    public static ClockBarView? Of(ITexts texts, CaseClock clock) =>
        ClockCells.Bar(texts, clock) is { } bar
            ? bar with
            {
                Cells = [.. bar.Cells.Where(cell => cell != ClockCell.Legal)],
                Flags = [],
                Legend = null,
                IsLow = true,
            }
            : null;
}
