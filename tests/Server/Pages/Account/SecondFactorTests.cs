using Approvals.Server.Identity;
using Approvals.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Pages.Account;

public sealed class SecondFactorTests(PageHost host) : IClassFixture<PageHost>
{
    private readonly AccountDesk desk = new(host);

    [Fact]
    public async Task The_code_comes_after_the_password_and_each_code_once()
    {
        var (name, owner) = await desk.ArriveAsync();
        var (key, codes) = await desk.SecureAsync(owner);
        codes.Count.ShouldBe(10);

        var browser = host.OpenBrowser();
        var asked = await AccountDesk.SignInAsync(browser, name);
        asked.Heading.ShouldBe("请输入验证码");
        (await browser.GetAsync("/test/who")).Body.ShouldBe("nobody");

        var used = desk.Code(key);
        (await browser.SubmitAsync(asked, "main form", ("Code", used))).TextOf(".alert li").ShouldContain("已经用过");
        await browser.SubmitAsync(asked, "main form", ("Code", desk.NextCode(key)));
        (await browser.GetAsync("/test/who")).Body.ShouldContain("p:");
        (await browser.GetAsync("/account")).Body.ShouldContain("密码和验证码");
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var (name, owner) = await desk.ArriveAsync();
        var (_, codes) = await desk.SecureAsync(owner);

        var first = host.OpenBrowser();
        await first.SubmitAsync(await AccountDesk.SignInAsync(first, name), "main form", ("Code", codes[3]));
        (await first.GetAsync("/test/who")).Body.ShouldContain("p:");

        var second = host.OpenBrowser();
        var asked = await AccountDesk.SignInAsync(second, name);
        (await second.SubmitAsync(asked, "main form", ("Code", codes[3]))).Heading.ShouldBe("请输入验证码");
        (await second.GetAsync("/test/who")).Body.ShouldBe("nobody");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_as_wrong_passwords_do()
    {
        var (name, owner) = await desk.ArriveAsync();
        var (key, _) = await desk.SecureAsync(owner);
        var browser = host.OpenBrowser();
        var asked = await AccountDesk.SignInAsync(browser, name);
        for (var miss = 0; miss < 5; miss++)
        {
            await browser.SubmitAsync(asked, "main form", ("Code", "000000"));
        }

        await browser.SubmitAsync(asked, "main form", ("Code", desk.NextCode(key)));
        (await browser.GetAsync("/test/who")).Body.ShouldBe("nobody");
        (await AccountDesk.SignInAsync(host.OpenBrowser(), name)).Heading.ShouldBe("登录");
    }

    [Fact]
    public async Task The_code_page_is_for_whoever_gave_the_password() =>
        (await host.OpenBrowser().GetAsync("/account/sign-in/code")).Heading.ShouldBe("登录");

    [Fact]
    public async Task Nothing_in_the_database_gives_key_or_codes_away()
    {
        var (_, owner) = await desk.ArriveAsync();
        var (key, codes) = await desk.SecureAsync(owner);

        var kept = await host.AskAsync(services =>
            services
                .GetRequiredService<AccountDb>()
                .Database.SqlQueryRaw<string>("SELECT Value FROM account_token")
                .ToListAsync()
        );

        var plain = key.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        kept.ShouldAllBe(value => !value.Contains(plain) && !codes.Any(value.Contains));
    }

    [Fact]
    public async Task A_wrong_code_does_not_turn_it_on_and_turning_off_forgets_the_key()
    {
        var (name, owner) = await desk.ArriveAsync();
        var page = await owner.GetAsync("/account/second-factor");
        var key = page.TextOf("code.key");
        (await owner.SubmitAsync(page, "main form", ("Code", "12345"))).TextOf(".alert li").ShouldContain("不对");
        (await owner.GetAsync("/account")).Body.ShouldContain("未开启");

        await desk.SecureAsync(owner);
        var manage = await owner.GetAsync("/account/second-factor");
        await owner.SubmitAsync(manage, "form[action*='Off']");
        (await owner.GetAsync("/account/second-factor")).TextOf("code.key").ShouldNotBe(key);
        var browser = host.OpenBrowser();
        await AccountDesk.SignInAsync(browser, name);
        (await browser.GetAsync("/test/who")).Body.ShouldContain("p:");
    }
}
