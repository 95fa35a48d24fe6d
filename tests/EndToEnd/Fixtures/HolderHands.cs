using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>A holder at the page of keys, from the tender's page with the enrolment code on.</summary>
public sealed class HolderHands(IPage page, string file, string passphrase)
{
    public IPage Page => page;

    /// <summary>The key file as it was downloaded.</summary>
    public string File => file;

    public async Task EnrolAsync()
    {
        var code = await page.InnerTextAsync("#code");
        await page.ClickAsync("main a.pri");
        await page.WaitForSelectorAsync("[data-work]:visible");
        await page.FillAsync("#passphrase", passphrase);
        await page.FillAsync("#passphrase-again", passphrase);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-make]"));
        await download.SaveAsAsync(file);
        await OpenAsync();
        await page.FillAsync("#code", code);
        await page.ClickAsync("[data-register]");
        await SaidAsync("公钥已登记");
    }

    public async Task SignAsync()
    {
        await page.ClickAsync("[data-sign]");
        await SaidAsync("签");
    }

    /// <summary>解锁乙, days later: the page is opened anew with the file.</summary>
    public async Task GiveAsync()
    {
        await page.ReloadAsync();
        await OpenAsync();
        await page.ClickAsync("[data-give]");
        await SaidAsync("内容钥匙");
    }

    private async Task OpenAsync()
    {
        await page.SetInputFilesAsync("#keys-file", file);
        await page.FillAsync("#keys-passphrase", passphrase);
        await page.ClickAsync("[data-open]");
        await page.WaitForSelectorAsync("[data-opened]:visible");
    }

    private async Task SaidAsync(string words)
    {
        await page.WaitForSelectorAsync($"[data-said]:has-text('{words}'), [data-alert]:visible");
        (await page.IsVisibleAsync("[data-alert]")).ShouldBeFalse(await page.InnerTextAsync("[data-holder]"));
    }
}
