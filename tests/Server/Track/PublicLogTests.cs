using System.Net;
using System.Text.Json;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Track;

/// <summary>The public log as a stranger sees it, and the way there from the papers.</summary>
public sealed class PublicLogTests(GoldenCase golden) : IClassFixture<GoldenCase>
{
    [Fact]
    public async Task The_slip_leads_to_its_entry_and_a_stranger_can_check_it()
    {
        var owner = await golden.Host.SignInAsync("chenlijuan");
        var slip = await owner.GetAsync(golden.Address + "/slip");
        var link = slip.Document.QuerySelector(".proof a")!.GetAttribute("href")!;

        var stranger = golden.Host.OpenBrowser();
        var page = await WhenPublishedAsync(stranger, link);
        page.TextOf("#verdict").ShouldContain("确实在");
        page.Body.ShouldNotContain("陈丽娟");

        var proof = await stranger.GetAsync(
            page.Document.QuerySelector("a[href*='/log/proof/']")!.GetAttribute("href")!
        );
        var json = JsonSerializer.Deserialize<JsonElement>(proof.Body);
        json.GetProperty("path").GetArrayLength().ShouldBeGreaterThan(0);
        json.GetProperty("checkpoint").GetString()!.ShouldContain("/log\n");
    }

    [Fact]
    public async Task The_log_s_page_shows_the_checkpoint_and_finds_an_entry()
    {
        var stranger = golden.Host.OpenBrowser();
        await WhenPublishedAsync(stranger, "/log/check/1");
        var page = await stranger.GetAsync("/log");
        page.Heading.ShouldBe("公开日志");
        page.TextOf("pre.note").ShouldContain("/log");

        (await stranger.SubmitAsync(page, "main form", ("entry", "1"))).Heading.ShouldBe("公开日志第 1 条");
        (await stranger.SubmitAsync(page, "main form", ("entry", "99999999")))
            .TextOf(".alert li")
            .ShouldContain("请核对编号");
        (await stranger.GetAsync("/log/check/99999999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tiles_are_public_and_nothing_else_is()
    {
        var stranger = golden.Host.OpenBrowser();
        await WhenPublishedAsync(stranger, "/log/check/1");
        (await stranger.GetAsync("/log/checkpoint")).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync("/log/key")).Body.ShouldContain("+");
        var tile = await stranger.GetAsync("/log/tile/0/000.p/1");
        tile.Response.Content.Headers.ContentLength.ShouldBe(32);
        foreach (
            var path in (string[])
                ["/log/tile/0/999", "/log/tile/entries/000", "/log/tile/../../platform.db", "/log/tile/0/000.p/300"]
        )
        {
            (await stranger.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    /// <summary>The pump publishes about a second after the commit.</summary>
    private static async Task<Shown> WhenPublishedAsync(Browser browser, string address)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var page = await browser.GetAsync(address);
            if (page.Status == HttpStatusCode.OK)
            {
                return page;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"{address} was never published.");
    }
}
