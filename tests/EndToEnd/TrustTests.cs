using System.Text.Json;
using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// What people can trust in a real browser: a passkey made and used with an authenticator, a certificate whose key never leaves
/// the browser, and a log that a stranger checks offline.
/// </summary>
public sealed class TrustTests
{
    [Fact]
    public async Task A_passkey_a_certificate_and_the_public_log()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var barriers = new List<string>();

        var person = await people.SignInAsync(People.Applicant);
        await BrowserKeys.GiveAuthenticatorAsync(person);
        await AddPasskeyAsync(person, barriers);
        await SignInByPasskeyAsync(person);
        await EnrolAsync(person, barriers);
        await SignInByCertificateAsync(person, barriers);
        await RunOutAndConfirmAsync(server, person);
        await EndTheOtherSessionAsync(people, person);
        var supervisor = await people.SignInAsync(People.Supervisor);
        await ApproveAsync(person, supervisor, barriers);
        await UseSecondFactorAsync(server, supervisor, barriers);

        var journey = new Journey((_, _) => Task.CompletedTask);
        await journey.ApplyAsync(person);
        await CheckLogAsync(server, person, barriers);
        barriers.ShouldBeEmpty();
        await CheckNarrowAsync(person);
        (await ServerProcess.RunAsync("verify", "--data", server.Folder)).Code.ShouldBe(0);
    }

    private static async Task AddPasskeyAsync(IPage page, List<string> barriers)
    {
        await page.GotoAsync("/account");
        barriers.AddRange(await People.BarriersAsync(page));
        await page.ClickAsync("a[href='/account/passkeys']");
        await page.FillAsync("#passkey-name", "办公室电脑");
        await page.ClickAsync("form[data-passkey] button:has-text('添加通行密钥')");
        await page.WaitForSelectorAsync("td:has-text('办公室电脑')");
        barriers.AddRange(await People.BarriersAsync(page));
    }

    private static async Task SignInByPasskeyAsync(IPage page)
    {
        await SignOutAsync(page);
        await page.ClickAsync("button:has-text('用通行密钥登录')");
        await page.WaitForSelectorAsync(".top .who:has-text('陈丽娟')");
        await page.GotoAsync("/account");
        (await page.InnerTextAsync("main")).ShouldContain("通行密钥");
    }

    private static async Task EnrolAsync(IPage page, List<string> barriers)
    {
        await BrowserKeys.EnrolAsync(page, "applicant");
        barriers.AddRange(await People.BarriersAsync(page));
    }

    private static async Task SignInByCertificateAsync(IPage page, List<string> barriers)
    {
        await SignOutAsync(page);
        var button = page.Locator("button:has-text('用数字证书登录')");
        await button.WaitForAsync();
        barriers.AddRange(await People.BarriersAsync(page));
        await button.ClickAsync();
        await page.WaitForSelectorAsync(".top .who:has-text('陈丽娟')");
        await page.GotoAsync("/account");
        (await page.InnerTextAsync("main")).ShouldContain("数字证书");
    }

    /// <summary>After ten minutes what binds asks again, and the passkey is the answer.</summary>
    private static async Task RunOutAndConfirmAsync(ServerProcess server, IPage page)
    {
        await server.AdvanceClockAsync("11m");
        await page.GotoAsync("/account/password");
        (await page.InnerTextAsync("h1")).ShouldBe("请确认是您本人");
        (await page.Locator("main input[type=password]").CountAsync()).ShouldBe(0);
        await page.ClickAsync("button:has-text('用通行密钥确认')");
        await page.WaitForSelectorAsync("h1:has-text('修改密码')");
    }

    /// <summary>What was left open elsewhere ends with the next click there.</summary>
    private static async Task EndTheOtherSessionAsync(People people, IPage page)
    {
        var elsewhere = await people.SignInAsync(People.Applicant);
        await page.GotoAsync("/account");
        await page.Locator("tbody button:has-text('退出')").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        await elsewhere.GotoAsync("/account");
        elsewhere.Url.ShouldContain("/account/sign-in");
    }

    /// <summary>A kind with power over others' affairs is issued by somebody who did not ask for it.</summary>
    private static async Task ApproveAsync(IPage person, IPage supervisor, List<string> barriers)
    {
        await BrowserKeys.EnrolAsync(person, "bidder", shows: "td:has-text('等待审批')");
        await supervisor.GotoAsync("/supervise/certificates");
        (await supervisor.InnerTextAsync("tbody")).ShouldContain("陈丽娟");
        barriers.AddRange(await People.BarriersAsync(supervisor));
        await supervisor.ClickAsync("button:has-text('签发')");
        await supervisor.WaitForFunctionAsync("() => !document.querySelector('tbody')");
        await person.GotoAsync("/account/certificates");
        (await person.Locator("td:has-text('等待审批')").CountAsync()).ShouldBe(0);
        (await person.Locator("td:has-text('密钥在这个浏览器里')").CountAsync()).ShouldBe(2);
    }

    private static async Task UseSecondFactorAsync(ServerProcess server, IPage page, List<string> barriers)
    {
        await page.GotoAsync("/account/second-factor");
        barriers.AddRange(await People.BarriersAsync(page));
        var app = new AuthenticatorApp(await page.InnerTextAsync("code.key"));
        await page.FillAsync("#Code", app.CodeAt(await server.NowAsync()));
        await page.PressAsync("#Code", "Enter");
        await page.WaitForSelectorAsync("ol.recovery");
        (await page.Locator("ol.recovery li").CountAsync()).ShouldBe(10);
        barriers.AddRange(await People.BarriersAsync(page));

        await server.AdvanceClockAsync("1m");
        await SignOutAsync(page);
        await page.FillAsync("[name='Form.Name']", People.Supervisor);
        await page.FillAsync("[name='Form.Password']", "Qingyuan-2026");
        await page.PressAsync("[name='Form.Password']", "Enter");
        await page.WaitForSelectorAsync("#Code");
        barriers.AddRange(await People.BarriersAsync(page));
        await page.FillAsync("#Code", app.CodeAt(await server.NowAsync()));
        await page.PressAsync("#Code", "Enter");
        await page.WaitForSelectorAsync(".top .who:has-text('方静宜')");
    }

    private static async Task CheckLogAsync(ServerProcess server, IPage page, List<string> barriers)
    {
        var address = await page.GetAttributeAsync(".proof a", "href");
        await Journey.UntilAsync(page, address!, "#verdict");
        (await page.InnerTextAsync("#verdict")).ShouldContain("确实在");
        barriers.AddRange(await People.BarriersAsync(page));
        await page.GotoAsync("/log");
        barriers.AddRange(await People.BarriersAsync(page));

        var kept = Path.Combine(server.Folder, "kept-checkpoint");
        var checkpoint = await page.Context.APIRequest.GetAsync(server.Url + "/log/checkpoint");
        await File.WriteAllBytesAsync(kept, await checkpoint.BodyAsync());
        foreach (var log in (string[])[server.Url + "/log", server.Folder])
        {
            var (code, output) = await ServerProcess.RunAsync("log", "verify", log, "--from", kept, "--json");
            code.ShouldBe(0, output);
            JsonSerializer.Deserialize<JsonElement>(output).GetProperty("faults").GetArrayLength().ShouldBe(0);
        }
    }

    private static async Task CheckNarrowAsync(IPage page)
    {
        await page.SetViewportSizeAsync(320, 800);
        foreach (
            var each in (string[])
                [
                    "/account",
                    "/account/passkeys",
                    "/account/certificates",
                    "/account/second-factor",
                    "/account/password",
                    "/log",
                    "/log/check/1",
                ]
        )
        {
            await page.GotoAsync(each);
            (await People.OverflowAsync(page)).ShouldBe(0, each);
        }
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.ClickAsync("form[action='/account/sign-out'] button");
        await page.GotoAsync("/account/sign-in");
    }
}
