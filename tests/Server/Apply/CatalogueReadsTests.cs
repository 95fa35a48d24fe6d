using Approvals.Cases.Catalogue;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Apply;

public sealed class CatalogueReadsTests(DemoServer server) : IClassFixture<DemoServer>
{
    [Fact]
    public async Task The_hall_counts_what_the_store_has()
    {
        var hall = await server.Visit().GetAsync("/");

        hall.Body.ShouldContain("100");
        hall.Document.QuerySelectorAll("a[href^='/items?theme=']").Length.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("澡堂", "公共场所卫生许可")]
    [InlineData("我想开一家理发店", "公共场所卫生许可")]
    [InlineData("qy010", "公共场所卫生许可")]
    public async Task Items_are_found_by_what_people_type(string words, string first)
    {
        var list = await server.Visit().GetAsync("/items?q=" + Uri.EscapeDataString(words));

        list.TextsOf(".found a")[0].ShouldBe(first);
    }

    [Fact]
    public async Task An_item_shows_its_process_and_where_to_apply()
    {
        var item = await server.Visit().GetAsync("/items/QY010");

        item.Document.QuerySelector("figure svg").ShouldNotBeNull();
        item.TextsOf("figure .steps b").ShouldContain("审查");
        item.Document.QuerySelector("a.btn.pri")!.GetAttribute("href").ShouldBe("/me/apply/QY010");
        (await server.Visit().GetAsync("/items/QY001")).Document.QuerySelector("a.btn.pri").ShouldBeNull();
    }

    [Fact]
    public async Task A_version_that_is_published_is_shown_at_once_and_from_its_day()
    {
        var today = CivilTime.DateOf(server.Clock.GetUtcNow());
        var visitor = server.Visit();
        await visitor.GetAsync("/items/QY013");
        await PublishAsync("QY013", item => item with { Summary = "今天起的说明。" }, today);

        (await visitor.GetAsync("/items/QY013")).TextOf(".lead").ShouldBe("今天起的说明。");
        await PublishAsync("QY013", item => item with { Summary = "后天起的说明。" }, today.AddDays(2));
        (await visitor.GetAsync("/items/QY013")).TextOf(".lead").ShouldBe("今天起的说明。");
        server.Clock.Advance(TimeSpan.FromDays(2));
        (await visitor.GetAsync("/items/QY013")).TextOf(".lead").ShouldBe("后天起的说明。");
    }

    private async Task PublishAsync(string code, Func<Item, Item> change, DateOnly from)
    {
        var answer = await server.Platform.SendAsync(
            Actor.System("test"),
            scope =>
            {
                var items = server.Platform.Cases.Items;
                var today = CivilTime.DateOf(scope.Now);
                var item = items.FindEffective(scope.Session, code, today).ShouldNotBeNull().Item;
                return items.Publish(scope, change(item), from) is [var first, ..] ? first : TurnAnswer.Done();
            }
        );
        answer.Rejection.ShouldBeNull();
    }
}
