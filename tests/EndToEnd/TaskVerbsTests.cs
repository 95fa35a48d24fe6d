using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>转办、委托、加签、退回、催办 in a real browser, opened with their keys where they have one.</summary>
public sealed class TaskVerbsTests
{
    private const string OtherApprover = "weichangming";
    private const string MarketApprover = "tangyuqing";
    private readonly List<string> barriers = [];

    [Fact]
    public async Task People_pass_a_case_on_ask_each_other_and_decide()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var journey = new Journey((_, _) => Task.CompletedTask);
        var applicant = await people.SignInAsync(People.Applicant);
        await journey.ApplyAsync(applicant);
        await server.AdvanceClockAsync("1d");
        await journey.DecideAsync(await people.SignInAsync(People.Clerk), "受理");
        var reviewer = await people.SignInAsync(People.Reviewer);
        await Journey.UntilAsync(reviewer, "/work", "a:has-text('通过'), button:has-text('通过')");

        applicant = await people.SignInAsync(People.Applicant);
        await applicant.GotoAsync("/me/cases");
        await applicant.ClickAsync("main a:has-text('公共场所卫生许可')");
        await LookAsync(applicant, "me-urge");
        await applicant.ClickAsync("form.urge button");
        await applicant.WaitForSelectorAsync("p.urge:has-text('今天已经催办')");

        await reviewer.GotoAsync("/work");
        (await reviewer.InnerTextAsync("tr[data-case]")).ShouldContain("催办 1");
        await LookAsync(reviewer, "list-urged");
        await reviewer.ClickAsync("tr[data-case] a.open");
        await reviewer.ClickAsync(".decide button:has-text('签收')");
        await DelegateAndGiveBackAsync(people, reviewer);
        await journey.DecideAsync(reviewer, "通过", ("main form textarea", "符合条件。"));

        var approver = await people.SignInAsync(People.Approver);
        await approver.GotoAsync("/work");
        await approver.ClickAsync("tr[data-case] a.open");
        await approver.ClickAsync(".decide button:has-text('签收')");
        await approver.WaitForSelectorAsync(".did");
        await AddSignerAsync(approver, "Before", "唐雨晴");
        await AddSignerAsync(approver, "After", "魏长明");
        (await approver.InnerTextAsync(".decide")).ShouldContain("前加签还没有签署");
        await LookAsync(approver, "case-signers");
        await SignAsync(people, MarketApprover, "false", "锅炉须先办理使用登记。");
        await approver.ReloadAsync();
        await approver.ClickAsync(".decide a.pri");
        await approver.FillAsync("main form textarea", "已核对登记证，同意。");
        await approver.ClickAsync("main form button.pri");
        await approver.WaitForSelectorAsync(".decide:has-text('签署人都签完后生效')");
        await LookAsync(approver, "case-submitted");
        await SignAsync(people, OtherApprover, "true", "同意。");
        await Journey.UntilAsync(approver, approver.Url, ".case-now:has-text('办结')");
        await LookAsync(approver, "case-done");

        barriers.ShouldBeEmpty();
        (await ServerProcess.RunAsync("verify", "--data", server.Folder)).Code.ShouldBe(0);
    }

    private async Task DelegateAndGiveBackAsync(People people, IPage reviewer)
    {
        await reviewer.WaitForSelectorAsync(".did");
        var address = new Uri(reviewer.Url).GetLeftPart(UriPartial.Path);
        await reviewer.Keyboard.PressAsync("z");
        await reviewer.WaitForURLAsync("**/hand-over");
        await LookAsync(reviewer, "hand-over");
        await reviewer.ClickAsync("main form button.pri");
        await reviewer.WaitForSelectorAsync(".alert");
        await LookAsync(reviewer, "hand-over-wrong");
        await reviewer.GotoAsync(address);
        await reviewer.ClickAsync(".more-verbs summary");
        await LookAsync(reviewer, "case-more");
        await reviewer.Keyboard.PressAsync("w");
        await reviewer.WaitForURLAsync("**/delegate");
        await reviewer.SelectOptionAsync("#To", new SelectOptionValue { Label = "何志远　现场核查员" });
        await reviewer.FillAsync("#Reason", "请核对平面图");
        await reviewer.ClickAsync("main form button.pri");
        await reviewer.WaitForSelectorAsync(".standing:has-text('委托')");
        await LookAsync(reviewer, "case-delegated");

        var inspector = await people.SignInAsync("hezhiyuan");
        await inspector.GotoAsync(address);
        await inspector.Keyboard.PressAsync("g");
        await inspector.WaitForURLAsync("**/give-back");
        await LookAsync(inspector, "give-back");
        await inspector.FillAsync("#Opinion", "平面图与照片一致。");
        await inspector.ClickAsync("main form button.pri");
        await inspector.WaitForSelectorAsync(".did");
        await reviewer.GotoAsync(address);
    }

    private async Task AddSignerAsync(IPage approver, string order, string name)
    {
        await approver.Keyboard.PressAsync("q");
        await approver.WaitForURLAsync("**/add-signer");
        await LookAsync(approver, "add-signer");
        await approver.CheckAsync($"input[value={order}]");
        var option = await approver.Locator($"#To option:has-text('{name}')").GetAttributeAsync("value");
        await approver.SelectOptionAsync("#To", option!);
        await approver.FillAsync("#Reason", "是否涉及特种设备，请提意见");
        await approver.ClickAsync("main form button.pri");
        await approver.WaitForSelectorAsync($".signers:has-text('{name}')");
    }

    private async Task SignAsync(People people, string account, string answer, string opinion)
    {
        var signer = await people.SignInAsync(account);
        await signer.GotoAsync("/work");
        await LookAsync(signer, "list-signing-" + account);
        await signer.ClickAsync("#signing tbody a");
        await signer.WaitForSelectorAsync(".decide a.pri");
        await signer.Keyboard.PressAsync("s");
        await signer.WaitForURLAsync("**/sign");
        await LookAsync(signer, "sign");
        await signer.CheckAsync($"input[name=Agrees][value={answer}]");
        await signer.FillAsync("#Opinion", opinion);
        await signer.ClickAsync("main form button.pri");
        await signer.WaitForSelectorAsync(".did:has-text('意见已签署')");
    }

    /// <summary>No barrier, and nothing to scroll sideways on a phone.</summary>
    private async Task LookAsync(IPage page, string name)
    {
        barriers.AddRange(await People.BarriersAsync(page));
        await page.SetViewportSizeAsync(375, 800);
        if (await People.OverflowAsync(page) is > 0 and var pixels)
        {
            barriers.Add($"{name}: {pixels} pixels too wide at 375");
        }

        await page.SetViewportSizeAsync(1280, 900);
    }
}
