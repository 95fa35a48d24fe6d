using System.Net;
using Approvals.Server.Identity;
using Approvals.Server.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Pages.Account;

public sealed class SignInTests(PageHost host) : IClassFixture<PageHost>
{
    private const string Password = "green mountains far away";
    private const string Failed = "账号或密码不对。连续输错几次会暂停登录，请过 15 分钟再试。";

    [Fact]
    public async Task Shows_the_person_and_signs_out_again()
    {
        await host.AddAccountAsync("lin", Password, new Person(11, "林晓芸", ["clerk@hall"]));
        var browser = host.OpenBrowser();

        var home = await SignInAsync(browser, "lin", Password);
        home.TextOf(".top .who span").ShouldBe("林晓芸");
        home.TextsOf(".top nav a").ShouldContain("待办");
        (await browser.GetAsync("/test/who")).Body.ShouldContain("p:11");

        var after = await browser.SubmitAsync(home, "form[action='/account/sign-out']");
        after.TextOf(".top .who").ShouldBe("登录 注册");
        (await browser.GetAsync("/test/who")).Body.ShouldBe("nobody");
    }

    [Fact]
    public async Task Says_the_same_whether_the_account_exists_or_not()
    {
        await host.AddAccountAsync("known", Password, new Person(12, "甲", ["applicant@public"]));

        var unknown = await SignInAsync(host.OpenBrowser(), "unknown", "some password");
        var wrong = await SignInAsync(host.OpenBrowser(), "known", "some password");

        unknown.TextOf(".alert li").ShouldBe(Failed);
        wrong.TextOf(".alert li").ShouldBe(Failed);
    }

    [Fact]
    public async Task Five_misses_lock_the_account_even_for_the_right_password()
    {
        await host.AddAccountAsync("locked", Password, new Person(13, "乙", ["applicant@public"]));
        var browser = host.OpenBrowser();
        for (var miss = 0; miss < 5; miss++)
        {
            (await SignInAsync(browser, "locked", "wrong password")).TextOf(".alert li").ShouldBe(Failed);
        }

        (await SignInAsync(browser, "locked", Password)).TextOf(".alert li").ShouldBe(Failed);
    }

    [Theory]
    [InlineData("https://evil.example/", "要办什么事？")]
    [InlineData("//evil.example/", "要办什么事？")]
    [InlineData("/\\evil.example/", "要办什么事？")]
    [InlineData("/items", "全部事项")]
    public async Task Goes_on_only_inside_the_site(string returnUrl, string heading)
    {
        var name = "goes-on-" + Guid.NewGuid().ToString("N");
        await host.AddAccountAsync(name, Password, new Person(14, "丙", ["applicant@public"]));
        var browser = host.OpenBrowser();
        var form = await browser.GetAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        var page = await browser.SubmitAsync(form, "main form", ("Form.Name", name), ("Form.Password", Password));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe(heading);
    }

    [Fact]
    public async Task Empty_fields_are_named_and_linked()
    {
        var page = await SignInAsync(host.OpenBrowser(), "", "");

        page.TextsOf(".alert a").ShouldBe(["手机号或账号：请填写", "密码：请填写"]);
        foreach (var link in page.Document.QuerySelectorAll(".alert a"))
        {
            var field = page.Document.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull();
            field.GetAttribute("aria-invalid").ShouldBe("true");
        }
    }

    [Fact]
    public async Task A_door_asks_to_sign_in_and_checks_the_role_on_every_request()
    {
        await host.AddAccountAsync("clerk", Password, new Person(15, "丁", ["clerk@hall"]));
        await host.AddAccountAsync("citizen", Password, new Person(16, "戊", ["applicant@public"]));

        var citizen = host.OpenBrowser();
        var asked = await citizen.GetAsync("/test/clerks-only");
        asked.Heading.ShouldBe("登录");
        var refused = await citizen.SubmitAsync(
            asked,
            "main form",
            ("Form.Name", "citizen"),
            ("Form.Password", Password)
        );
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Heading.ShouldBe("这一页不对您开放");

        var clerk = host.OpenBrowser();
        var form = await clerk.GetAsync("/test/clerks-only");
        (await clerk.SubmitAsync(form, "main form", ("Form.Name", "clerk"), ("Form.Password", Password))).Body.ShouldBe(
            "in"
        );

        host.People.Put(new Person(15, "丁", ["applicant@public"]));
        (await clerk.GetAsync("/test/clerks-only")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_address_that_sends_too_much_has_to_wait()
    {
        var busy = new PageHost();
        await busy.InitializeAsync();
        var browser = busy.OpenBrowser();
        for (var sent = 0; sent < AccountLimit.PerMinute; sent++)
        {
            (await SignInAsync(browser, "", "")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var refused = await SignInAsync(browser, "", "");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Heading.ShouldBe("请稍等一分钟");
        await busy.DisposeAsync();
    }

    [Fact]
    public async Task The_demonstration_names_its_accounts_and_nobody_else_does()
    {
        (await host.OpenBrowser().GetAsync("/account/sign-in")).Document.QuerySelector(".demo").ShouldBeNull();

        var demo = new PageHost { DemoAccounts = [new DemoAccount("lin", "a long password", "林晓芸", "窗口人员")] };
        await demo.InitializeAsync();
        (await demo.OpenBrowser().GetAsync("/account/sign-in"))
            .TextsOf(".demo td")
            .ShouldBe(["lin", "a long password", "林晓芸　窗口人员"]);
        await demo.DisposeAsync();
    }

    [Fact]
    public async Task An_account_of_the_staff_is_made_once()
    {
        await host.AskAsync(async services =>
        {
            var provision = services.GetRequiredService<AccountProvision>();
            await provision.EnsureAsync("jiang", Password, 17);
            await provision.EnsureAsync("jiang", "another long password", 18);
            await Should.ThrowAsync<InvalidOperationException>(() => provision.EnsureAsync("weak", "short", 19));
            return true;
        });
        host.People.Put(new Person(17, "江若兰", ["approver@health"]));

        (await SignInAsync(host.OpenBrowser(), "jiang", Password)).TextOf(".top .who span").ShouldBe("江若兰");
    }

    private static async Task<Shown> SignInAsync(Browser browser, string name, string password) =>
        await browser.SubmitAsync(
            await browser.GetAsync("/account/sign-in"),
            "main form",
            ("Form.Name", name),
            ("Form.Password", password)
        );
}
