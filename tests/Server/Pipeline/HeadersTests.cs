using System.Net;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pipeline;

public sealed class HeadersTests(PageHost host) : IClassFixture<PageHost>
{
    public static readonly TheoryData<string> Pages =
    [
        "/",
        "/items",
        "/items/QY010",
        "/account/sign-in",
        "/account/register",
        "/accessibility",
        "/nothing",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_answer_is_guarded(string address)
    {
        var headers = (await host.OpenBrowser().GetAsync(address)).Response.Headers;

        headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        headers.CacheControl!.NoStore.ShouldBeTrue();
        headers.Contains("Server").ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_in_a_page_needs_an_exception_from_the_policy(string address)
    {
        var document = (await host.OpenBrowser().GetAsync(address)).Document;

        document.QuerySelectorAll("[style], style, script:not([src])").Length.ShouldBe(0);
        document.All.SelectMany(element => element.Attributes).ShouldNotContain(each => each.Name.StartsWith("on"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_its_landmarks_and_unique_ids(string address)
    {
        var document = (await host.OpenBrowser().GetAsync(address)).Document;

        document.QuerySelectorAll("main").Length.ShouldBe(1);
        document.QuerySelectorAll("h1").Length.ShouldBe(1);
        document.Title.ShouldEndWith("清源政务大厅");
        document.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#main");
        document.QuerySelectorAll("[id]").Select(each => each.Id).ShouldBeUnique();
        foreach (var control in document.QuerySelectorAll("input:not([type=hidden])"))
        {
            document.QuerySelector($"label[for='{control.Id}']").ShouldNotBeNull($"no label for {control.Id}");
        }
    }

    [Fact]
    public async Task The_stylesheet_is_kept_for_ever_and_its_name_changes_with_it()
    {
        var browser = host.OpenBrowser();
        var href = (await browser.GetAsync("/")).Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        href.ShouldMatch(@"^/assets/site\.[0-9a-f]{10}\.css$");

        var sheet = await browser.GetAsync(href);
        sheet.Status.ShouldBe(HttpStatusCode.OK);
        sheet.Response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await browser.GetAsync("/assets/manifest.json")).Response.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Fact]
    public async Task Cookies_are_closed_to_scripts_and_other_sites()
    {
        var response = (await host.OpenBrowser().GetAsync("/account/sign-in?lang=en")).Response;
        foreach (var cookie in response.Headers.GetValues("Set-Cookie"))
        {
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=lax");
        }
    }

    [Fact]
    public async Task It_says_that_it_lives() =>
        (await host.OpenBrowser().GetAsync("/healthz")).Body.ShouldBe("Healthy");

    [Fact]
    public async Task Assets_are_compressed_and_pages_are_not()
    {
        var client = host.OpenBrowser().Server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var cancellation = TestContext.Current.CancellationToken;
        var sheet = (await host.OpenBrowser().GetAsync("/")).Document.QuerySelector("link[rel=stylesheet]")!;

        var style = await client.GetAsync(sheet.GetAttribute("href"), cancellation);
        var page = await client.GetAsync("/", cancellation);

        style.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        page.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }
}
