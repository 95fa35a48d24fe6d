using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>The people of the demo city at their browsers.</summary>
public sealed class People : IAsyncDisposable
{
    public const string Applicant = "chenlijuan";
    public const string Clerk = "linxiaoyun";
    public const string Reviewer = "xuwenqing";
    public const string Approver = "jiangruolan";
    public const string Supervisor = "fangjingyi";
    private const string Password = "Qingyuan-2026";
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly ServerProcess server;

    private People(IPlaywright playwright, IBrowser browser, ServerProcess server) =>
        (this.playwright, this.browser, this.server) = (playwright, browser, server);

    public static async Task<People> ArriveAsync(ServerProcess server)
    {
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
        return new People(driver, chromium, server);
    }

    /// <summary>A page of somebody who has not signed in.</summary>
    public async Task<IPage> StrangerAsync(int width = 1280, bool scripts = true)
    {
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = server.Url,
                Locale = "zh-CN",
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                JavaScriptEnabled = scripts,
                AcceptDownloads = true,
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(90_000);
        return page;
    }

    public async Task<IPage> SignInAsync(string account, int width = 1280, bool scripts = true)
    {
        var page = await StrangerAsync(width, scripts);
        await page.GotoAsync("/account/sign-in");
        await page.FillAsync("[name='Form.Name']", account);
        await page.FillAsync("[name='Form.Password']", Password);
        await page.PressAsync("[name='Form.Password']", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>What axe finds on the page, one line each; empty when nothing.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(IPage page)
    {
        var result = await page.RunAxe();
        return
        [
            .. result.Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{page.Url} {violation.Id}: {node.Html}")
            ),
        ];
    }

    /// <summary>The same without what the editors of others draw: their canvases and panels.</summary>
    public static async Task<IReadOnlyList<string>> ChromeBarriersAsync(IPage page)
    {
        var context = new AxeRunContext { Exclude = [new(".dz-canvas"), new(".dz-side"), new("iframe")] };
        var result = await page.RunAxe(context);
        return
        [
            .. result.Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{page.Url} {violation.Id}: {node.Html}")
            ),
        ];
    }

    /// <summary>How many pixels the page is wider than its window: 0 when nobody has to scroll sideways.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>A picture of the whole page in the folder that <c>TENDER_SHOTS</c> names; nothing without it.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TENDER_SHOTS") is { Length: > 0 } folder)
        {
            var path = Path.Combine(folder, $"{name}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        }
    }
}
