using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>The designers' plain pages in a real browser: nothing stands in anybody's way, on a desk and on a phone.</summary>
public sealed class DesignPagesTests
{
    private const string Designer = "luchengzhi";

    [Fact]
    public async Task The_pages_of_the_designers_are_open_to_everybody()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var found = new List<string>();
        foreach (var width in new[] { 1280, 375 })
        {
            var page = await people.SignInAsync(Designer, width);
            await page.GotoAsync("/design?q=committed");
            var document = await page.GetAttributeAsync(".documents b >> xpath=..", "href");
            foreach (
                var path in new[]
                {
                    "/design",
                    "/design/new?kind=decision",
                    "/design/import",
                    "/design/live",
                    document + "/history",
                    document + "/deploy",
                }
            )
            {
                await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
                found.AddRange(await People.BarriersAsync(page));
                var overflow = await People.OverflowAsync(page);
                found.AddRange(overflow > 0 ? [$"{width} {path} is {overflow} too wide"] : Array.Empty<string>());
            }

            foreach (var kind in new[] { "committed", "priceScore", "hygiene-apply" })
            {
                found.AddRange(await EditorAsync(page, kind, width));
            }
        }

        found.ShouldBeEmpty();
    }

    /// <summary>An editor on a desk, on a phone and on paper; inside its canvas it is bpmn.io's.</summary>
    private static async Task<IReadOnlyList<string>> EditorAsync(IPage page, string document, int width)
    {
        await page.GotoAsync("/design?q=" + document);
        await page.ClickAsync(".documents b");
        await page.WaitForSelectorAsync("#designer[data-ready=true]");
        var found = (await People.ChromeBarriersAsync(page)).ToList();
        var overflow = await People.OverflowAsync(page);
        found.AddRange(overflow > 0 ? [$"{width} {document} is {overflow} too wide"] : Array.Empty<string>());
        await Shots.TakeAsync(page, $"editor-{document}-{width}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator(":is(.dz-top, .dz-drawer, .djs-palette):visible").CountAsync()).ShouldBe(0);
        await Shots.TakeAsync(page, $"editor-{document}-{width}-print");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        return found;
    }
}
