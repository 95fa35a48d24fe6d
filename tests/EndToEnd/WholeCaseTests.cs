using System.Diagnostics;
using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>One real approval in a real browser: from the public page to the signed licence in the applicant's hand.</summary>
public sealed class WholeCaseTests
{
    [Fact]
    public async Task From_the_public_page_to_the_signed_licence()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var barriers = new List<string>();
        var journey = new Journey(async (page, _) => barriers.AddRange(await People.BarriersAsync(page)));

        var applicant = await people.SignInAsync(People.Applicant);
        var number = await journey.ApplyAsync(applicant);
        number.ShouldBe("2026 0916 0001");

        await server.AdvanceClockAsync("1d");
        await journey.DecideAsync(await people.SignInAsync(People.Clerk), "受理");
        var reviewer = await people.SignInAsync(People.Reviewer);
        await Journey.UntilAsync(reviewer, "/work", "a:has-text('通过'), button:has-text('通过')");
        await journey.DecideAsync(reviewer, "通过", ("main form textarea", "材料齐全，现场一致，符合条件。"));
        await journey.DecideAsync(await people.SignInAsync(People.Approver), "准予");

        // A day later the first session has run out.
        applicant = await people.SignInAsync(People.Applicant);
        await applicant.GotoAsync("/me/cases");
        await applicant.ClickAsync("main a:has-text('公共场所卫生许可')");
        var address = applicant.Url;
        await Journey.UntilAsync(applicant, address, "a:has-text('打开证照')");
        barriers.AddRange(await People.BarriersAsync(applicant));
        (await applicant.InnerTextAsync("main")).ShouldContain("已办结");

        await CheckLicenceAsync(applicant, server);
        await applicant.ClickAsync(".licence-row a:has-text('核验')");
        barriers.AddRange(await People.BarriersAsync(applicant));
        (await applicant.InnerTextAsync("main")).ShouldContain("卫证字〔2026〕第 0001 号");

        await applicant.GotoAsync(address + "/rate");
        await applicant.CheckAsync("#Stars");
        await journey.ClickAsync(applicant, "main form button.pri:visible", "rate");
        await applicant.GotoAsync("/me/messages");
        (await applicant.InnerTextAsync("main")).ShouldContain("已准予");
        barriers.AddRange(await People.BarriersAsync(applicant));

        await CheckPublicTrackAsync(people, number, barriers);
        var supervisor = await people.SignInAsync(People.Supervisor);
        await supervisor.GotoAsync("/supervise");
        barriers.AddRange(await People.BarriersAsync(supervisor));
        barriers.ShouldBeEmpty();
        await CheckNarrowAsync(people, number, address);
        (await ServerProcess.RunAsync("verify", "--data", server.Folder)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Correction_lists_everything_pauses_the_clock_and_comes_back()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var journey = new Journey((_, _) => Task.CompletedTask);
        var applicant = await people.SignInAsync(People.Applicant);
        await journey.ApplyAsync(applicant);

        var clerk = await people.SignInAsync(People.Clerk);
        await clerk.GotoAsync("/work");
        await clerk
            .Locator("a:visible:has-text('一次性补正'), button:visible:has-text('一次性补正')")
            .First.ClickAsync();
        var line = clerk.Locator(".check-line", new() { HasText = "卫生检测或评价报告" }).First;
        await line.Locator("input[value=Wrong]").CheckAsync();
        await line.Locator(".reason textarea, .reason input").FillAsync("报告日期超过 12 个月，请重新检测。");
        await journey.ClickAsync(clerk, "main form button.pri:visible", "preview");
        (await clerk.InnerTextAsync("main")).ShouldContain("一次性补正告知书");
        await journey.ClickAsync(clerk, "main form[action*=send] button:visible", "send");

        await applicant.GotoAsync("/me/cases");
        await applicant.ClickAsync("main a:has-text('公共场所卫生许可')");
        var address = applicant.Url;
        // The clock stands from the moment the notice exists, which a worker makes.
        await Journey.UntilAsync(applicant, address, "main .lt:has-text('停表')");
        (await applicant.Locator("a[href$='/correct']").CountAsync()).ShouldBeGreaterThan(0);
        await server.AdvanceClockAsync("2d");
        applicant = await people.SignInAsync(People.Applicant);
        await applicant.GotoAsync(address + "/correct");
        (await applicant.InnerTextAsync("main")).ShouldContain("报告日期超过 12 个月");
        await applicant.Locator("input[type=file]").First.SetInputFilesAsync(Journey.SamplePdf("检测报告2026.pdf"));
        await journey.ClickAsync(applicant, "main form button.pri:visible", "correct");
        if (applicant.Url.Contains("/correct", StringComparison.Ordinal))
        {
            await journey.ClickAsync(applicant, "main form button.pri:visible", "confirm");
        }

        await AcceptByKeyboardAsync(await people.SignInAsync(People.Clerk), applicant, address);
        (await ServerProcess.RunAsync("verify", "--data", server.Folder)).Code.ShouldBe(0);
    }

    /// <summary>The work list needs no mouse: T opens the first button's page, Tab finds its button, Enter sends it.</summary>
    private static async Task AcceptByKeyboardAsync(IPage clerk, IPage applicant, string address)
    {
        await clerk.GotoAsync("/work");
        await clerk.Keyboard.PressAsync("t");
        await clerk.WaitForURLAsync(url => url.EndsWith("/accept", StringComparison.Ordinal));
        for (var tabs = 0; tabs < 60 && !await IsOnSendAsync(); tabs++)
        {
            await clerk.Keyboard.PressAsync("Tab");
        }

        (await IsOnSendAsync()).ShouldBeTrue("the send button is within reach of the Tab key");
        await clerk.Keyboard.PressAsync("Enter");
        await clerk.WaitForURLAsync(url => url.Contains("/work/cases/", StringComparison.Ordinal));
        await applicant.GotoAsync(address);
        (await applicant.InnerTextAsync("main")).ShouldContain("受理");

        Task<bool> IsOnSendAsync() =>
            clerk.EvaluateAsync<bool>(
                "document.activeElement?.matches('main form button.pri') && document.activeElement.tabIndex >= 0"
            );
    }

    private static async Task CheckLicenceAsync(IPage page, ServerProcess server)
    {
        var href = await page.GetAttributeAsync("a:has-text('打开证照')", "href");
        var answer = await page.Context.APIRequest.GetAsync(server.Url + href);
        answer.Status.ShouldBe(200);
        var file = Path.Combine(server.Folder, "licence.pdf");
        await File.WriteAllBytesAsync(file, await answer.BodyAsync());
        using var pdfsig = Process.Start(
            new ProcessStartInfo("pdfsig", ["-nocert", file]) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var report = await pdfsig.StandardOutput.ReadToEndAsync();
        await pdfsig.WaitForExitAsync();
        report.ShouldContain("Signature is Valid");
        report.ShouldContain("Total document signed");
    }

    private static async Task CheckPublicTrackAsync(People people, string number, List<string> barriers)
    {
        var stranger = await people.StrangerAsync(scripts: false);
        await stranger.GotoAsync("/track");
        await stranger.FillAsync("main form[action='/track'] input[name='Number']", number);
        await stranger.PressAsync("main form[action='/track'] input[name='Number']", "Enter");
        await stranger.WaitForLoadStateAsync();
        var shown = await stranger.InnerTextAsync("body");
        shown.ShouldContain("公共场所卫生许可");
        shown.ShouldNotContain("陈丽娟");
        shown.ShouldNotContain("澄泉");
        (await stranger.Locator("svg.proc").CountAsync()).ShouldBeGreaterThan(0);

        var other = await people.StrangerAsync();
        await other.GotoAsync("/track?number=" + number.Replace(" ", "", StringComparison.Ordinal));
        barriers.AddRange(await People.BarriersAsync(other));
    }

    private static async Task CheckNarrowAsync(People people, string number, string address)
    {
        var phone = await people.SignInAsync(People.Applicant, width: 320);
        string[] pages =
        [
            "/",
            "/items",
            "/items/QY010",
            "/track?number=" + number.Replace(" ", "", StringComparison.Ordinal),
            "/me/cases",
            address,
            address + "/slip",
            "/me/messages",
        ];
        foreach (var each in pages)
        {
            await phone.GotoAsync(each);
            (await People.OverflowAsync(phone)).ShouldBe(0, each);
        }
    }
}
