using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>A designer's day in a real browser: draws, errs, sees why, repairs, proves, decides, asks, deploys while cases run.</summary>
public sealed class DesignersDayTests
{
    private const string Designer = "luchengzhi";
    private const int Width = 1440;
    private readonly List<string> barriers = [];

    [Fact]
    public async Task A_process_is_drawn_repaired_proved_and_the_next_version_deployed_while_a_case_runs()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var applicant = await people.SignInAsync(People.Applicant);
        await new Journey((_, _) => Task.CompletedTask).ApplyAsync(applicant);

        var page = await people.SignInAsync(Designer, Width);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        var board = new DrawingBoard(page);
        await NewAsync(page, "process", "现场核查");
        var join = await DrawDeadlockAsync(board);
        await ExplainAsync(page);
        await RepairAsync(page, board, join);
        await ProveAsync(page);

        await NewAsync(page, "decision", "收费标准");
        await page.ClickAsync("#dz-tab-trial");
        await page.ClickAsync("button:has-text('试算'):not([role=tab])");
        await page.WaitForSelectorAsync(".dz-result");
        await LookAsync(page, "designer-decision");

        await NewAsync(page, "form", "核查意见");
        await page.WaitForSelectorAsync("iframe[data-drawn]");
        await page.FrameLocator(".dz-preview iframe").Locator(".answers").WaitForAsync();
        await LookAsync(page, "designer-form");

        await DeployAsync(page, board);
        errors.ShouldBeEmpty();
        barriers.ShouldBeEmpty();
        (await ServerProcess.RunAsync("verify", "--data", server.Folder)).Code.ShouldBe(0);
    }

    private static async Task NewAsync(IPage page, string kind, string name)
    {
        await page.GotoAsync("/design/new?kind=" + kind);
        await page.FillAsync("#Name", name);
        await page.ClickAsync("main form button.pri");
        await page.WaitForSelectorAsync("#designer[data-ready=true]");
    }

    /// <summary>One of two is chosen, both are waited for. Gives the gateway that waits.</summary>
    private static async Task<string> DrawDeadlockAsync(DrawingBoard board)
    {
        await board.EmptyAsync();
        await board.StartAsync();
        var split = await board.AppendAsync("gateway");
        var review = await board.AppendAsync("append-task");
        await board.BecomeAsync("replace.template-approvals.review");
        await board.PickAsync(split);
        var decide = await board.AppendAsync("append-task");
        await board.BecomeAsync("replace.template-approvals.decide");
        await board.PickAsync(review);
        var join = await board.AppendAsync("gateway");
        await board.BecomeAsync("replace-with-parallel-gateway");
        await board.AppendAsync("end-event");
        await board.ConnectAsync(decide, join);
        await board.SavedAsync();
        return join;
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

    private static async Task RepairAsync(IPage page, DrawingBoard board, string join)
    {
        await page.ClickAsync(".dz-player button:has-text('关闭')");
        await board.PickAsync(join);
        await board.BecomeAsync("replace-with-exclusive-gateway");
        await page.WaitForSelectorAsync(".dz-verdict[data-sound=true]");
        await page.WaitForSelectorAsync(".dz-fine");
        await board.SavedAsync();
    }

    /// <summary>The first story completes both tasks, of which only one is reached; told rightly, it passes.</summary>
    private async Task ProveAsync(IPage page)
    {
        await page.ClickAsync("#dz-tab-scenarios");
        await page.ClickAsync("button:has-text('新建场景')");
        await page.WaitForSelectorAsync(".dz-sheet textarea");
        var story = """
            {"model": "process.bpmn", "scenarios": [{"name": "审查后办结", "given": {"variables": {"unit": "qy-health"}}, "then": {"state": "waiting"}}]}
            """;
        await page.FillAsync(".dz-sheet textarea", story);
        await page.ClickAsync("button:has-text('保存场景')");
        await page.WaitForSelectorAsync("text=场景已保存");
        await page.ClickAsync("button:has-text('全部运行')");
        await page.WaitForSelectorAsync(".dz-story[data-passed=true]");
        (await page.Locator(".djs-element.dz-reached").CountAsync()).ShouldBeGreaterThan(2);
        (await page.Locator(".djs-element.dz-never").CountAsync()).ShouldBeGreaterThan(0);
        await LookAsync(page, "designer-scenarios");
    }

    /// <summary>Renames a step of the committed process while the network is away, deploys it when it is back, and takes the running case along.</summary>
    private async Task DeployAsync(IPage page, DrawingBoard board)
    {
        await page.GotoAsync("/design?q=committed");
        var address = await page.GetAttributeAsync(".documents b >> xpath=..", "href");
        await board.OpenAsync(address!);
        await page.Context.SetOfflineAsync(true);
        await board.NameAsync("review", "材料审查");
        await page.WaitForSelectorAsync(".dz-state[data-state=offline]:has-text('已存在这台电脑上')");
        await page.Context.SetOfflineAsync(false);
        await board.SavedAsync();
        await LookAsync(page, "designer-process");
        await page.GotoAsync(address + "/deploy");
        (await page.InnerTextAsync("main")).ShouldContain("材料审查");
        await page.CheckAsync("input[name=Move][value=All]");
        await page.ClickAsync("main form button.pri");
        await page.WaitForSelectorAsync(".did:has-text('2')");
        await page.GotoAsync("/operate/processes/committed");
        await page.WaitForSelectorAsync("figure svg");
    }

    private async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DESIGNER_SHOTS") is { Length: > 0 } folder)
        {
            await page.Locator("#designer").ScrollIntoViewIfNeededAsync();
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }

        barriers.AddRange(await People.ChromeBarriersAsync(page));
    }
}
