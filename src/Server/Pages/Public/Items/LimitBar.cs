using Approvals.Server.Components.ClockBar;
using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Public.Items;

/// <summary>The promise and the law of an item as cells.</summary>
public static class LimitBar
{
    public static ClockBarView Of(Limits limits, ITexts texts)
    {
        var promised = limits.PromisedDays;
        var legal = Math.Max(limits.LegalDays, promised);
        var cells = Enumerable
            .Range(1, Math.Min(legal, ClockBarView.MaxCells))
            .Select(day => day <= promised ? ClockCell.Promised : ClockCell.Legal);
        var sentence = texts[
            promised == 0 ? "item.limits-sentence-spot" : "item.limits-sentence",
            ("promised", promised),
            ("legal", legal)
        ];
        return new ClockBarView(sentence.Plain, [.. cells], [.. Flags(promised, legal, texts)]);
    }

    // A flag ends under the last day it names; one whose words need more room than its cells have starts there instead,
    // above the bar.
    private static IEnumerable<ClockFlag> Flags(int promised, int legal, ITexts texts)
    {
        if (promised == legal)
        {
            yield return new ClockFlag(1, legal + 1, FlagAt.End, false, texts["item.both-flag", ("days", legal)].Plain);
            yield break;
        }

        const int RoomInPercent = 25;
        var isPromiseTight = promised * 100 < legal * RoomInPercent;
        var isRestTight = (legal - promised) * 100 < legal * RoomInPercent;
        var words = texts["item.promised-flag", ("days", promised)].Plain;
        if (promised > 0)
        {
            yield return isPromiseTight
                ? new ClockFlag(promised + 1, legal + 1, FlagAt.Start, true, words)
                : new ClockFlag(1, promised + 1, FlagAt.End, isRestTight, words);
        }

        var from = isRestTight ? 1 : promised + 1;
        yield return new ClockFlag(from, legal + 1, FlagAt.End, false, texts["item.legal-flag", ("days", legal)].Plain);
    }
}
