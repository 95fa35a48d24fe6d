using Approvals.Server.Identity;
using Approvals.Server.Pages.Public.Hall;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pipeline;

public sealed class PublicPagesTests : IAsyncLifetime
{
    private const string Password = "green mountains far away";
    private readonly PageHost host = new() { PublicPagesKept = TimeSpan.FromMinutes(5) };

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Strangers_share_a_page_for_a_while_each_in_their_language()
    {
        var first = await host.OpenBrowser().GetAsync("/");
        host.Catalogue.Figures = new HallFigures(new(2026, 9, 1), new(2026, 9, 30), 10, 0, 20, 7, 5);
        var second = await host.OpenBrowser().GetAsync("/");
        var english = await new Browser(host.OpenBrowser().Server) { AcceptLanguage = "en" }.GetAsync("/");

        second.Body.ShouldBe(first.Body);
        second.Response.Headers.GetValues("Content-Security-Policy").ShouldNotBeEmpty();
        second.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        english.Heading.ShouldBe("What do you need to do?");
        english.Document.QuerySelector(".figures").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_is_signed_in_sees_a_page_of_their_own_that_nobody_else_gets()
    {
        await host.AddAccountAsync("lin", Password, new Person(11, "林晓芸", ["clerk@hall"]));
        var browser = host.OpenBrowser();
        (await browser.GetAsync("/")).TextsOf(".top .who a")[0].ShouldBe("登录");
        var form = await browser.GetAsync("/account/sign-in");

        var home = await browser.SubmitAsync(form, "main form", ("Form.Name", "lin"), ("Form.Password", Password));

        home.TextOf(".top .who span").ShouldBe("林晓芸");
        (await browser.GetAsync("/items")).TextOf(".top .who span").ShouldBe("林晓芸");
        (await host.OpenBrowser().GetAsync("/items")).TextsOf(".top .who a")[0].ShouldBe("登录");
    }

    [Fact]
    public async Task Choosing_a_language_still_sets_its_cookie()
    {
        await host.OpenBrowser().GetAsync("/?lang=en");
        var browser = host.OpenBrowser();
        await browser.GetAsync("/?lang=en");

        (await browser.GetAsync("/items")).Heading.ShouldBe("All services");
    }
}
