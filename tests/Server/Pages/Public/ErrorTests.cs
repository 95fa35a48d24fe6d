using System.Net;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pages.Public;

public sealed class ErrorTests(PageHost host) : IClassFixture<PageHost>
{
    [Theory]
    [InlineData("/nothing-here", HttpStatusCode.NotFound, "没有这个页面")]
    [InlineData("/test/broken", HttpStatusCode.InternalServerError, "系统出了问题")]
    [InlineData("/error/500", HttpStatusCode.NotFound, "没有这个页面")]
    public async Task Says_what_happened_and_what_to_do(string address, HttpStatusCode status, string heading)
    {
        var page = await host.OpenBrowser().GetAsync(address);

        page.Status.ShouldBe(status);
        page.Heading.ShouldBe(heading);
        page.Document.QuerySelector("main a.btn[href='/']").ShouldNotBeNull();
        page.Body.ShouldNotContain("private detail");
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var page = await host.OpenBrowser().PostAsync("/account/sign-in", ("Form.Name", "x"), ("Form.Password", "y"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Heading.ShouldBe("这次提交没有成功");
    }
}
