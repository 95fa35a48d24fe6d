using Approvals.EndToEnd.Tests.Fixtures;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// kill -9 after every acknowledged click, without scripts in the browser: everything that was acknowledged is there after
/// the restart, nothing twice, sessions and drafts included.
/// </summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Killed_between_any_two_clicks_nothing_is_lost_and_nothing_happens_twice()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var crashes = 0;
        var journey = new Journey(
            async (_, _) =>
            {
                crashes++;
                await server.CrashAndRestartAsync();
            }
        );

        var applicant = await people.SignInAsync(People.Applicant, scripts: false);
        await journey.ApplyAsync(applicant);
        await journey.DecideAsync(await people.SignInAsync(People.Clerk, scripts: false), "受理");
        var reviewer = await people.SignInAsync(People.Reviewer, scripts: false);
        await Journey.UntilAsync(reviewer, "/work", "a:has-text('通过'), button:has-text('通过')");
        await journey.DecideAsync(reviewer, "通过", ("main form textarea", "符合条件。"));
        await journey.DecideAsync(await people.SignInAsync(People.Approver, scripts: false), "准予");

        await applicant.GotoAsync("/me/cases");
        (await applicant.Locator("main a:has-text('公共场所卫生许可')").CountAsync()).ShouldBe(1);
        await applicant.ClickAsync("main a:has-text('公共场所卫生许可')");
        await Journey.UntilAsync(applicant, applicant.Url, "a:has-text('打开证照')");
        await applicant.GotoAsync("/me/messages");
        var messages = await applicant.InnerTextAsync("main");
        Count(messages, "已取号").ShouldBe(1);
        Count(messages, "已受理").ShouldBe(1);
        Count(messages, "已准予").ShouldBe(1);
        crashes.ShouldBeGreaterThanOrEqualTo(8);
        var (code, output) = await ServerProcess.RunAsync("verify", "--data", server.Folder);
        code.ShouldBe(0, output);
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
