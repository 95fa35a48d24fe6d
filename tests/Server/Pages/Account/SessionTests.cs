using System.Net;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pages.Account;

public sealed class SessionTests(PageHost host) : IClassFixture<PageHost>
{
    private readonly AccountDesk desk = new(host);

    [Fact]
    public async Task The_account_page_is_for_people_who_signed_in()
    {
        foreach (
            var address in (string[])
                ["/account", "/account/second-factor", "/account/passkeys", "/account/password", "/account/confirm"]
        )
        {
            (await host.OpenBrowser().GetAsync(address)).Heading.ShouldBe("登录", address);
        }
    }

    [Fact]
    public async Task An_ended_session_is_over_with_its_next_request()
    {
        var (name, here) = await desk.ArriveAsync();
        var there = host.OpenBrowser();
        await AccountDesk.SignInAsync(there, name);
        (await there.GetAsync("/test/who")).Body.ShouldContain("p:");

        var page = await here.GetAsync("/account");
        page.TextsOf(".tb tbody tr").Count.ShouldBe(2);
        await here.SubmitAsync(page, "form[action*='handler=End']:not([action*='Others'])");

        (await there.GetAsync("/test/who")).Body.ShouldBe("nobody");
        (await here.GetAsync("/test/who")).Body.ShouldContain("p:");
        (await here.GetAsync("/account")).TextsOf(".tb tbody tr").Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_others_end_at_once()
    {
        var (name, here) = await desk.ArriveAsync();
        Browser[] others = [host.OpenBrowser(), host.OpenBrowser()];
        foreach (var other in others)
        {
            await AccountDesk.SignInAsync(other, name);
        }

        await here.SubmitAsync(await here.GetAsync("/account"), "form[action*='EndOthers']");

        (await others[0].GetAsync("/test/who")).Body.ShouldBe("nobody");
        (await others[1].GetAsync("/test/who")).Body.ShouldBe("nobody");
        (await here.GetAsync("/test/who")).Body.ShouldContain("p:");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_account()
    {
        var (_, victim) = await desk.ArriveAsync();
        var (name, attacker) = await desk.ArriveAsync();
        await AccountDesk.SignInAsync(host.OpenBrowser(), name);
        var theirs = await host.AskAsync(services => SessionIds.OfAsync(services, victim));

        await attacker.SubmitAsync(
            await attacker.GetAsync("/account"),
            "form[action*='handler=End']:not([action*='Others'])",
            ("id", theirs)
        );

        (await victim.GetAsync("/test/who")).Body.ShouldContain("p:");
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        var (_, browser) = await desk.ArriveAsync();
        var jar = new CookieContainer();
        jar.Add(browser.Jar.GetCookies(new Uri("http://localhost")));
        var thief = new Browser(browser.Server) { Jar = jar };
        (await thief.GetAsync("/test/who")).Body.ShouldContain("p:");

        await browser.SubmitAsync(await browser.GetAsync("/items"), "form[action='/account/sign-out']");

        (await thief.GetAsync("/test/who")).Body.ShouldBe("nobody");
    }

    [Fact]
    public async Task A_session_nobody_uses_runs_out()
    {
        var (_, browser) = await desk.ArriveAsync();
        host.Clock.Now += TimeSpan.FromHours(11);
        (await browser.GetAsync("/test/who")).Body.ShouldBe("nobody");
    }

    [Fact]
    public async Task What_binds_asks_for_the_password_again_after_ten_minutes()
    {
        var (_, browser) = await desk.ArriveAsync();
        (await browser.GetAsync("/account/password")).Heading.ShouldBe("修改密码");
        host.Clock.Now += TimeSpan.FromMinutes(10);

        var asked = await browser.GetAsync("/account/password");
        asked.Heading.ShouldBe("请确认是您本人");
        (await browser.SubmitAsync(asked, "main form.form", ("Secret", "not it")))
            .TextOf(".alert li")
            .ShouldContain("没有对上");
        (await browser.SubmitAsync(asked, "main form.form", ("Secret", AccountDesk.Password))).Heading.ShouldBe(
            "修改密码"
        );
    }

    [Fact]
    public async Task The_password_does_not_stand_in_for_the_code()
    {
        var (_, browser) = await desk.ArriveAsync();
        var (key, _) = await desk.SecureAsync(browser);
        host.Clock.Now += TimeSpan.FromMinutes(10);

        var asked = await browser.GetAsync("/account/password");
        asked.Document.QuerySelector("main input[type=password]").ShouldBeNull();
        (await browser.SubmitAsync(asked, "main form.form", ("Secret", AccountDesk.Password))).Heading.ShouldBe(
            "请确认是您本人"
        );
        (await browser.SubmitAsync(asked, "main form.form", ("Secret", desk.Code(key)))).Heading.ShouldBe("修改密码");
    }

    [Fact]
    public async Task A_new_password_signs_the_others_out()
    {
        var (name, browser) = await desk.ArriveAsync();
        var other = host.OpenBrowser();
        await AccountDesk.SignInAsync(other, name);
        const string New = "blue rivers run to sea";

        var wrong = await browser.SubmitAsync(
            await browser.GetAsync("/account/password"),
            "main form",
            ("Old", "no"),
            ("New", New)
        );
        wrong.TextOf(".alert li").ShouldContain("现在的密码");
        await browser.SubmitAsync(wrong, "main form", ("Old", AccountDesk.Password), ("New", New));

        (await other.GetAsync("/test/who")).Body.ShouldBe("nobody");
        (await AccountDesk.SignInAsync(host.OpenBrowser(), name, New))
            .TextsOf(".top .who")
            .Single()
            .ShouldContain("安然");
    }
}
