using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// A designer's morning in a real browser: draws the committed case from nothing, errs, sees why, repairs, writes a decision and a form and
/// deploys both.
/// </summary>
public sealed class DesignersDayTests
{
    private const string Designer = "luchengzhi";
    private const int Width = 1440;
    private readonly List<string> barriers = [];

    [Fact]
    public async Task The_committed_case_is_drawn_from_nothing_and_repaired_a_decision_and_a_form_are_deployed()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var page = await people.SignInAsync(Designer, Width);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        var board = new DrawingBoard(page);
        var address = await BeginAnewAsync(page);
        await board.OpenAsync(address);
        await CommittedCase.DrawAsync(board);
        await LookAsync(page, "designer-process");
        await ExplainAsync(page);
        await RepairAsync(page, board);

        await DecideAsync(page);
        await AskAsync(page, board);
        errors.ShouldBeEmpty();
        barriers.ShouldBeEmpty();
        (await ServerProcess.RunAsync("verify", "--data", server.Folder)).Code.ShouldBe(0);
    }

    /// <summary>The draft of the deployed process begins anew: under its id the next version is drawn.</summary>
    private async Task<string> BeginAnewAsync(IPage page)
    {
        await page.GotoAsync("/design?q=committed");
        var address = (await page.GetAttributeAsync(".documents b >> xpath=..", "href"))!;
        await LookAsync(page, "design-library");
        await page.GotoAsync(address + "/history");
        await page.ClickAsync("button:has-text('换成空白模板')");
        await page.WaitForSelectorAsync(".did:has-text('编号不变')");
        return address;
    }

    private async Task ExplainAsync(IPage page)
    {
        await page.ClickAsync("#dz-tab-problems");
        await page.WaitForSelectorAsync(".dz-verdict[data-sound=false]");
        (await page.InnerTextAsync(".dz-verdict")).ShouldContain("再也到不了结束");
        await page.ClickAsync(".dz-verdict button:has-text('用令牌演示')");
        await page.WaitForSelectorAsync(".dz-player:has-text('再也走不到结束')");
        await page.WaitForSelectorAsync(".dz-token");
        await LookAsync(page, "designer-deadlock");
    }

    private static async Task RepairAsync(IPage page, DrawingBoard board)
    {
        await page.ClickAsync(".dz-player button:has-text('关闭')");
        await board.PickAsync(CommittedCase.Again);
        await board.BecomeAsync("replace-with-exclusive-gateway");
        await page.WaitForSelectorAsync(".dz-verdict[data-sound=true]");
        await page.WaitForSelectorAsync(".dz-fine");
        await board.SavedAsync();
    }

    /// <summary>A decision of two rules, tried and deployed.</summary>
    private async Task DecideAsync(IPage page)
    {
        await NewAsync(page, "decision", "审查方式");
        var table = new DecisionTable(page);
        await table.AsksAsync("法定时限", "legalDays");
        await table.RuleAsync(1, "<= 10", "\"从快\"");
        await table.AddRuleAsync();
        await table.RuleAsync(2, "> 10", "\"常规\"");
        await page.ClickAsync("#dz-tab-trial");
        await page.FillAsync("textarea.dz-json", """{"legalDays": 20}""");
        await page.ClickAsync("button:has-text('试算'):not([role=tab])");
        await page.WaitForSelectorAsync(".dz-result:has-text('常规')");
        await LookAsync(page, "designer-decision");
        await DeployFirstAsync(page);
    }

    /// <summary>A form of two fields beside the page it becomes, deployed.</summary>
    private async Task AskAsync(IPage page, DrawingBoard board)
    {
        await NewAsync(page, "form", "特别程序记录");
        await page.Locator(".fjs-palette-field[data-field-type=textarea]").PressAsync("Enter");
        await page.ClickAsync(".fjs-element[data-field-type=textarea]");
        await board.Properties.LabelAsync("检验、检测或者专家评审的结论");
        await page.FrameLocator(".dz-preview iframe").Locator("textarea").WaitForAsync();
        await page.FrameLocator(".dz-preview iframe").Locator("text=专家评审的结论").First.WaitForAsync();
        await LookAsync(page, "designer-form");
        await DeployFirstAsync(page);
    }

    private static async Task DeployFirstAsync(IPage page)
    {
        await page.WaitForSelectorAsync(".dz-state[data-state=saved]");
        await page.GotoAsync(page.Url + "/deploy");
        await page.ClickAsync("main form button.pri");
        await page.WaitForSelectorAsync(".did:has-text('1')");
    }

    private static async Task NewAsync(IPage page, string kind, string name)
    {
        await page.GotoAsync("/design/new?kind=" + kind);
        await page.FillAsync("#Name", name);
        await page.ClickAsync("main form button.pri");
        await page.WaitForSelectorAsync("#designer[data-ready=true]");
    }

    private async Task LookAsync(IPage page, string name)
    {
        if (await page.Locator("#designer").CountAsync() > 0)
        {
            await page.Locator("#designer").ScrollIntoViewIfNeededAsync();
        }

        await Shots.TakeAsync(page, name);
        barriers.AddRange(await People.ChromeBarriersAsync(page));
    }
}
