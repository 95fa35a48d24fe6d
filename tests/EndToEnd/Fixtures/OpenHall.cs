using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>One server for the journeys of a class, with everybody signed in once. What axe or a phone's width finds on the way is kept.</summary>
public sealed class OpenHall : IAsyncLifetime
{
    /// <summary>Where to put pictures of the pages; none are made without it.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("APPROVALS_PICTURES");

    private readonly Dictionary<string, IPage> pages = [];
    private readonly HashSet<string> seen = [];
    private People people = null!;

    public ServerProcess Server { get; private set; } = null!;

    public List<string> Barriers { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Server = await ServerProcess.StartAsync();
        people = await People.ArriveAsync(Server);
    }

    public async ValueTask DisposeAsync()
    {
        await people.DisposeAsync();
        await Server.DisposeAsync();
    }

    public async Task<IPage> AsAsync(string account) =>
        pages.TryGetValue(account, out var page) ? page : pages[account] = await people.SignInAsync(account);

    /// <summary>Fills in the pages of an application one after the other, every file field without an answer with a file, and sends it; gives the case's key.</summary>
    public static async Task<string> ApplyAsync(IPage page, string code, params (string Field, string Value)[][] steps)
    {
        await page.GotoAsync("/items/" + code);
        await page.ClickAsync("a:has-text('现在申请')");
        foreach (var answers in steps)
        {
            await page.WaitForSelectorAsync("main form[enctype]");
            await FillAsync(page, answers);
            foreach (var input in await page.Locator("input[type=file]").AllAsync())
            {
                var name = await input.GetAttributeAsync("name");
                if (!Array.Exists(answers, answer => answer.Field == name))
                {
                    await input.SetInputFilesAsync(Journey.SamplePdf("材料.pdf"));
                }
            }

            var before = page.Url;
            await page.ClickAsync("button.pri:visible:has-text('保存并继续')");
            await page.WaitForURLAsync(url => url != before);
        }

        await page.ClickAsync("button.pri:visible:has-text('提交申请')");
        await page.WaitForURLAsync(url => url.EndsWith("/slip", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath.Split('/')[3];
    }

    /// <summary>
    /// Ends a step of the staff: waits until the case's page offers it, looks at its page, fills what is asked, checks the paper when there
    /// is one, and sends it.
    /// </summary>
    public async Task DecideAsync(
        string account,
        string key,
        string outcome,
        params (string Field, string Value)[] answers
    )
    {
        var page = await AsAsync(account);
        await Journey.UntilAsync(page, "/work/cases/" + key, $".decide a[href$='/{outcome}']");
        await page.ClickAsync($".decide a[href$='/{outcome}']");
        await page.WaitForSelectorAsync("main form.form");
        await LookAsync(page, outcome);
        await FillAsync(page, answers);
        await page.ClickAsync("main form.form button.pri:visible");
        await page.WaitForSelectorAsync(".did, main form[action*='handler=send'], .alert");
        if (await page.Locator("main form[action*='handler=send']").CountAsync() > 0)
        {
            await LookAsync(page, outcome + "-paper");
            await page.ClickAsync("main form[action*='handler=send'] button.pri");
            await page.WaitForSelectorAsync(".did, .alert");
        }

        (await page.Locator(".did").CountAsync()).ShouldBe(1, $"{outcome}: {await page.InnerTextAsync("main")}");
    }

    /// <summary>Once for each name: nothing for axe to find, and nothing to scroll sideways on a phone.</summary>
    public async Task LookAsync(IPage page, string name)
    {
        if (!seen.Add(name))
        {
            return;
        }

        Barriers.AddRange(await People.BarriersAsync(page));
        await PictureAsync(page, name);
        await page.SetViewportSizeAsync(375, 800);
        if (await People.OverflowAsync(page) is > 0 and var pixels)
        {
            Barriers.Add($"{page.Url}: {pixels} pixels too wide at 375");
        }

        await PictureAsync(page, name + "-375");
        await page.SetViewportSizeAsync(1280, 900);
    }

    public static async Task FillAsync(IPage page, params (string Field, string Value)[] answers)
    {
        foreach (var (field, value) in answers.Where(answer => answer.Value.Length > 0))
        {
            var control = page.Locator($"main [name='{field}']").First;
            switch (await control.EvaluateAsync<string>("each => each.type"))
            {
                case "radio" or "checkbox":
                    await page.CheckAsync($"main [name='{field}'][value='{value}']");
                    break;
                case "select-one":
                    await control.SelectOptionAsync(value);
                    break;
                default:
                    await control.FillAsync(value);
                    break;
            }
        }
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
