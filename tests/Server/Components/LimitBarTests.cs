using Approvals.Server.Components.ClockBar;
using Approvals.Server.Pages.Public.Items;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Http;

namespace Approvals.Server.Tests.Components;

public sealed class LimitBarTests
{
    private static readonly RequestTexts Texts = new(TextTable.Load(), new HttpContextAccessor());

    [Theory]
    [InlineData(7, 20, "承诺 7 天 1-8 End below; 法定 20 天 8-21 End below")]
    [InlineData(1, 20, "承诺 1 天 2-21 Start above; 法定 20 天 2-21 End below")]
    [InlineData(18, 20, "承诺 18 天 1-19 End above; 法定 20 天 1-21 End below")]
    [InlineData(20, 20, "承诺与法定都是 20 天 1-21 End below")]
    [InlineData(0, 3, "法定 3 天 1-4 End below")]
    public void Flags_stand_where_their_words_have_room(int promised, int legal, string flags)
    {
        var bar = LimitBar.Of(new Limits(promised, legal, null, true), Texts);

        bar.Cells.Count(cell => cell is ClockCell.Promised).ShouldBe(promised);
        bar.Cells.Count.ShouldBe(legal);
        string.Join(
                "; ",
                bar.Flags.Select(flag =>
                    $"{flag.Words} {flag.FromLine}-{flag.ToLine} {flag.At} {(flag.IsAbove ? "above" : "below")}"
                )
            )
            .ShouldBe(flags);
    }
}
