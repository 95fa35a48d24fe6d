using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>The steps of the hygiene licence's case as people click them; <c>after</c> runs after every acknowledged click.</summary>
public sealed class Journey(Func<IPage, string, Task> after)
{
    private const string Next = "button.pri:visible:has-text('保存并继续')";

    /// <summary>Fills the application and submits it; gives the query number.</summary>
    public async Task<string> ApplyAsync(IPage page)
    {
        await page.GotoAsync("/items/QY010");
        await page.ClickAsync("a:has-text('现在申请')");
        await ClickAsync(page, Next, "applicant");
        await page.SelectOptionAsync("[name='venueKind']", "bath");
        await page.FillAsync("[name='signName']", "澄泉浴场");
        await page.FillAsync("[name='address']", "清源市澄江区云栖街道文庙路 126 号");
        await page.FillAsync("[name='area']", "860");
        if (await page.Locator("[name='bathCount']").IsVisibleAsync())
        {
            await page.FillAsync("[name='bathCount']", "4");
        }

        await page.FillAsync("[name='staffCount']", "12");
        await page.CheckAsync("[name='centralAir'][value='no']");
        await ClickAsync(page, Next, "venue");
        await page.WaitForURLAsync(url => !url.EndsWith("/1", StringComparison.Ordinal));
        if (page.Url.EndsWith("/2", StringComparison.Ordinal))
        {
            // Without scripts the question about the pools appears after the first answer was sent.
            await page.FillAsync("[name='bathCount']", "4");
            await ClickAsync(page, Next, "pools");
            await page.WaitForURLAsync(url => !url.EndsWith("/2", StringComparison.Ordinal));
        }

        foreach (var input in await page.Locator("input[type=file]").AllAsync())
        {
            await input.SetInputFilesAsync(SamplePdf("平面图.pdf"));
        }

        // As a person does, who sees the bars.
        await page.Locator("progress.going-up").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ClickAsync(page, Next, "materials");
        await page.CheckAsync("[name='deliveryMethod'][value='electronic']");
        await page.CheckAsync("[name='truthful']");
        await ClickAsync(page, Next, "delivery");
        await ClickAsync(page, "button.pri:visible:has-text('提交申请')", "submit");
        await page.WaitForURLAsync(url => url.EndsWith("/slip", StringComparison.Ordinal));
        return (await page.Locator(".slip .no").First.InnerTextAsync()).Trim();
    }

    /// <summary>Opens the task with a button of the work list, fills what is asked and sends it.</summary>
    public async Task DecideAsync(IPage page, string button, params (string Selector, string Text)[] answers)
    {
        await page.GotoAsync("/work");
        await page.Locator($"a:visible:has-text('{button}'), button:visible:has-text('{button}')").First.ClickAsync();
        foreach (var (selector, text) in answers)
        {
            await page.FillAsync(selector, text);
        }

        await ClickAsync(page, "main form button.pri:visible", button);
    }

    public async Task ClickAsync(IPage page, string selector, string step)
    {
        await page.Locator(selector).Last.ClickAsync();
        await page.WaitForLoadStateAsync();
        await after(page, step);
    }

    public static FilePayload SamplePdf(string name) =>
        new()
        {
            Name = name,
            MimeType = "application/pdf",
            Buffer =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray(),
        };

    /// <summary>Reloads until a worker has done its part.</summary>
    public static async Task UntilAsync(IPage page, string address, string selector)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            await page.GotoAsync(address);
            if (await page.Locator(selector).CountAsync() > 0)
            {
                return;
            }

            await Task.Delay(250);
        }

        throw new TimeoutException($"{address} never showed {selector}.");
    }
}
