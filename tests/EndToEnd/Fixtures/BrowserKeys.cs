using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>Keys that live in a browser: an authenticator, and the keys of certificates.</summary>
public static class BrowserKeys
{
    /// <summary>A security key of Chromium's own that verifies its owner, as a phone or laptop does by a finger.</summary>
    public static async Task GiveAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }

    /// <summary>Makes a key in this browser and gets its certificate, or puts the request before a supervisor.</summary>
    public static async Task EnrolAsync(IPage page, string kind, string shows = "td:has-text('密钥在这个浏览器里')")
    {
        await page.GotoAsync("/account/certificates");
        await page.SelectOptionAsync("#kind", kind);
        var before = await page.Locator("tbody tr").CountAsync();
        await page.ClickAsync("button:has-text('申请证书')");
        await page.WaitForFunctionAsync("rows => document.querySelectorAll('tbody tr').length > rows", before);
        await page.WaitForSelectorAsync(shows);
    }

    /// <summary>What clearing the site's data does.</summary>
    public static Task ForgetAsync(IPage page) =>
        page.EvaluateAsync(
            """
            () => new Promise((resolve, reject) => {
              const request = indexedDB.deleteDatabase("approvals-keys");
              request.onsuccess = () => resolve();
              request.onerror = request.onblocked = () => reject(new Error("The keys are in use."));
            })
            """
        );
}
