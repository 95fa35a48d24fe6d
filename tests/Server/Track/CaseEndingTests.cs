using System.Net;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Track;

/// <summary>What an applicant does with a case: withdraw, correct, rate; and the licence that everybody may verify.</summary>
public sealed class CaseEndingTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Withdrawing_is_asked_once_more_and_ends_the_case()
    {
        var (browser, address) = await BeginAsync("周文彬", "zhouwenbin");
        var page = await browser.GetAsync(address + "/withdraw");
        page.Heading.ShouldBe("确定撤回这个申请吗？");
        var after = await browser.SubmitAsync(page, "main form");
        after.TextOf(".status .big").ShouldBe("申请已撤回");
        (await browser.SubmitAsync(page, "main form")).TextOf(".status .big").ShouldBe("申请已撤回");
        after.Document.QuerySelector($"a[href='{address}/withdraw']").ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_case_is_rated_once_and_its_licence_verifies()
    {
        var (browser, address, key) = await BeginWithKeyAsync("陈丽娟", "chenlijuan");
        await host.Cases.AcceptAsync(key);
        await host.Cases.PassAsync(key);
        await host.Cases.ApproveAsync(key);

        var page = await browser.GetAsync(address);
        page.TextOf(".status .big").ShouldBe("已办结：准予许可");
        page.TextOf(".ask h2").ShouldBe("给这次办理打个分");
        var form = await browser.GetAsync(address + "/rate");
        (await browser.SubmitAsync(form, "main form")).TextOf(".alert").ShouldContain("请选一个评价");
        var rated = await browser.SubmitAsync(form, "main form", ("Stars", "5"), ("Comment", "很快"));
        rated.TextsOf(".log b")[0].ShouldBe("评价");
        rated.Document.QuerySelector(".ask").ShouldBeNull();
        (await browser.GetAsync(address + "/rate")).Address.ShouldBe(address);

        await VerifyAsync(rated);
    }

    [Fact]
    public async Task An_unknown_licence_is_told_clearly()
    {
        var page = await host.OpenBrowser().GetAsync("/verify?id=1.2.156.3005.2.1.1.1.001.9");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.TextOf(".alert").ShouldContain("登记里没有这个证照");
    }

    [Fact]
    public async Task Messages_become_read()
    {
        var (browser, _) = await BeginAsync("周文彬", "zhouwenbin");
        var page = await browser.GetAsync("/me/messages");
        page.TextsOf(".inbox .unread").ShouldNotBeEmpty();
        var read = await browser.SubmitAsync(page, ".page-head form");
        read.TextsOf(".inbox .unread").ShouldBeEmpty();
        read.TextsOf(".inbox li").ShouldNotBeEmpty();
    }

    private async Task VerifyAsync(Shown page)
    {
        var identifier = page.TextOf(".licence-row .code");
        var verified = await host.OpenBrowser().GetAsync("/verify/" + identifier);
        verified.TextOf(".verdict .lt").ShouldBe("有效");
        verified.TextOf(".verdict .kv").ShouldContain("清源市澄泉浴场有限公司");
        verified.Body.ShouldNotContain("359902198604072029");

        var number = page.TextOf(".licence-row .mut");
        (await host.OpenBrowser().GetAsync("/verify?id=" + Uri.EscapeDataString(number)))
            .TextOf(".verdict .code")
            .ShouldBe(identifier);

        var browser = await host.SignInAsync("chenlijuan");
        var file = await browser.GetBytesAsync(page.Document.QuerySelector(".licence-row a")!.GetAttribute("href")!);
        (await UploadAsync(file)).TextOf(".verdict .lt").ShouldBe("签名有效");
        file[file.Length / 2] ^= 1;
        (await UploadAsync(file)).TextOf(".verdict .lt").ShouldBe("不能采信");
    }

    private async Task<Shown> UploadAsync(byte[] file)
    {
        var browser = host.OpenBrowser();
        var page = await browser.GetAsync("/verify");
        return await browser.SendFormAsync(page, "form[enctype]", [], ("file", "licence.pdf", file));
    }

    private async Task<(Browser Browser, string Address)> BeginAsync(string person, string account)
    {
        var (browser, address, _) = await BeginWithKeyAsync(person, account);
        return (browser, address);
    }

    private async Task<(Browser Browser, string Address, long Key)> BeginWithKeyAsync(string person, string account)
    {
        var key = await host.Cases.SubmitAsync(person);
        return (await host.SignInAsync(account), $"/me/cases/{key}", key);
    }
}
