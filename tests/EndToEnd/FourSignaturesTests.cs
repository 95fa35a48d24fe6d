using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// The licence of a whole case, signed by those who handled it with keys that never leave their browsers, then sealed: clerk, reviewer,
/// approver, department.
/// </summary>
public sealed class FourSignaturesTests
{
    private const string SignButton = "form[data-sign] button:has-text('签名')";
    private readonly List<string> barriers = [];

    [Fact]
    public async Task Clerk_reviewer_and_approver_sign_what_they_see_and_the_seal_comes_last()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var journey = new Journey((_, _) => Task.CompletedTask);
        var applicant = await people.SignInAsync(People.Applicant);
        await journey.ApplyAsync(applicant);
        var clerk = await people.SignInAsync(People.Clerk);
        await BrowserKeys.EnrolAsync(clerk, "clerk");
        await journey.DecideAsync(clerk, "受理");
        var reviewer = await people.SignInAsync(People.Reviewer);
        await BrowserKeys.EnrolAsync(reviewer, "clerk");
        await Journey.UntilAsync(reviewer, "/work", "a:has-text('通过')");
        await journey.DecideAsync(reviewer, "通过", ("main form textarea", "材料齐全，现场一致，符合条件。"));
        var approver = await people.SignInAsync(People.Approver);
        await BrowserKeys.EnrolAsync(approver, "clerk");
        await journey.DecideAsync(approver, "准予");

        await SignInTwoTabsAsync(clerk);
        await SignAfterLosingTheKeyAsync(reviewer);
        await SignAfterRevocationAsync(server, approver);

        await applicant.GotoAsync("/me/cases");
        await applicant.ClickAsync("main a:has-text('公共场所卫生许可')");
        await Journey.UntilAsync(applicant, applicant.Url, "a:has-text('打开证照')");
        await CheckLicenceAsync(server, applicant);
        barriers.ShouldBeEmpty();
        (await ServerProcess.RunAsync("verify", "--data", server.Folder)).Code.ShouldBe(0);
    }

    /// <summary>The second tab learns that the first has signed.</summary>
    private async Task SignInTwoTabsAsync(IPage page)
    {
        await OpenAsync(page);
        barriers.AddRange(await People.BarriersAsync(page));
        (await page.InnerTextAsync(".licence-paper")).ShouldContain("清源市澄泉浴场有限公司");
        await ShowNarrowAsync(page);
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync(page.Url);
        await second.WaitForSelectorAsync(SignButton);
        await SignAsync(page);
        await second.ClickAsync(SignButton);
        await second.WaitForSelectorAsync("[role=status]:has-text('这个签名已经有了')");
        await second.CloseAsync();
    }

    private async Task SignAfterLosingTheKeyAsync(IPage page)
    {
        await BrowserKeys.ForgetAsync(page);
        await Journey.UntilAsync(page, "/work", "a:has-text('在证照上签名')");
        await page.Locator("a:visible:has-text('在证照上签名')").First.ClickAsync();
        await page.WaitForSelectorAsync("[data-no-key]:visible");
        barriers.AddRange(await People.BarriersAsync(page));
        (await page.Locator(SignButton).IsVisibleAsync()).ShouldBeFalse();
        await BrowserKeys.EnrolAsync(page, "clerk");
        await OpenAsync(page);
        await SignAsync(page);
    }

    /// <summary>After ten minutes the page asks who is there first; a certificate revoked meanwhile signs nothing.</summary>
    private async Task SignAfterRevocationAsync(ServerProcess server, IPage page)
    {
        await server.AdvanceClockAsync("11m");
        await Journey.UntilAsync(page, "/work", "a:has-text('在证照上签名')");
        await page.Locator("a:visible:has-text('在证照上签名')").First.ClickAsync();
        var address = page.Url;
        await page.ClickAsync("main a:has-text('确认是您本人')");
        await page.FillAsync("#Secret", "Qingyuan-2026");
        await page.PressAsync("#Secret", "Enter");
        await page.WaitForURLAsync(address);
        await page.WaitForSelectorAsync(SignButton);

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/account/certificates");
        await other.ClickAsync("button:has-text('吊销')");
        await other.WaitForSelectorAsync("td:has-text('已吊销')");
        await other.CloseAsync();
        await page.ClickAsync(SignButton);
        await page.WaitForSelectorAsync("[role=status]:has-text('现在不能用来签名')");

        await page.ReloadAsync();
        barriers.AddRange(await People.BarriersAsync(page));
        await page.ClickAsync("main a:has-text('申请岗位证书')");
        await BrowserKeys.EnrolAsync(page, "clerk");
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync(SignButton);
        await SignAsync(page);
    }

    private async Task CheckLicenceAsync(ServerProcess server, IPage page)
    {
        var href = await page.GetAttributeAsync("a:has-text('打开证照')", "href");
        var answer = await page.Context.APIRequest.GetAsync(server.Url + href);
        var path = Path.Combine(server.Folder, "licence.pdf");
        await File.WriteAllBytesAsync(path, await answer.BodyAsync());

        var report = await LicenceFile.VerifyAsync(path, server.Folder);
        report.GetProperty("faults").GetArrayLength().ShouldBe(0);
        var signatures = report.GetProperty("signatures").EnumerateArray().ToList();
        signatures
            .ConvertAll(each => each.GetProperty("field").GetString())
            .ShouldBe(["window", "review", "decide", "seal", "archive"]);
        signatures.Take(4).Select(each => each.GetProperty("level").GetString()).ShouldAllBe(level => level == "B-LTA");
        signatures[0].GetProperty("kind").GetString().ShouldBe("certification");

        var file = new LicenceFile(path, Path.Combine(server.Folder, "keys", "authority", "root.pem"));
        var seen = file.Pdfsig();
        seen.Split("Signature is Valid").Length.ShouldBe(5, seen);
        file.IsSoundToReaders();
        file.OpensslVerifies().ShouldBe(["cms", "cms", "cms", "cms", "ts"]);

        await page.ClickAsync(".licence-row a:has-text('核验')");
        await page.SetInputFilesAsync("input[type=file]", path);
        await page.ClickAsync("main form:has(input[type=file]) button");
        await page.WaitForSelectorAsync("#verdict");
        (await page.Locator("ol.signatures > li").CountAsync()).ShouldBe(5);
        barriers.AddRange(await People.BarriersAsync(page));
    }

    private static async Task OpenAsync(IPage page)
    {
        await Journey.UntilAsync(page, "/work", "a:has-text('在证照上签名')");
        await page.Locator("a:visible:has-text('在证照上签名')").First.ClickAsync();
        await page.WaitForSelectorAsync(SignButton);
    }

    private static async Task SignAsync(IPage page)
    {
        await page.ClickAsync(SignButton);
        await page.WaitForURLAsync(url => url.EndsWith("done=sign-licence", StringComparison.Ordinal));
    }

    private static async Task ShowNarrowAsync(IPage page)
    {
        await page.SetViewportSizeAsync(320, 800);
        (await People.OverflowAsync(page)).ShouldBe(0, page.Url);
        await page.SetViewportSizeAsync(1280, 900);
    }
}
