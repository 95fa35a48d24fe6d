using Approvals.Server.Identity;
using Approvals.Server.Identity.SecondFactor;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Pages.Account;

/// <summary>People at the account pages: they sign in, and have an authenticator app.</summary>
internal sealed class AccountDesk(PageHost host)
{
    public const string Password = "green mountains far away";
    private static int people = 100;

    /// <summary>A browser in which a new person has signed in.</summary>
    public async Task<(string Name, Browser Browser)> ArriveAsync()
    {
        var id = Interlocked.Increment(ref people);
        var name = $"person{id}";
        await host.AddAccountAsync(name, Password, new Person(id, "安然", ["applicant@public"]));
        var browser = host.OpenBrowser();
        await SignInAsync(browser, name);
        return (name, browser);
    }

    public static async Task<Shown> SignInAsync(Browser browser, string name, string password = Password) =>
        await browser.SubmitAsync(
            await browser.GetAsync("/account/sign-in"),
            "main form.form",
            ("Form.Name", name),
            ("Form.Password", password)
        );

    /// <summary>Turns two-step sign-in on; gives the app's key and the recovery codes.</summary>
    public async Task<(string Key, IReadOnlyList<string> Codes)> SecureAsync(Browser browser)
    {
        var page = await browser.GetAsync("/account/second-factor");
        var key = page.TextOf("code.key");
        var shown = await browser.SubmitAsync(page, "main form", ("Code", Code(key)));
        return (key, shown.TextsOf(".recovery code"));
    }

    /// <summary>What the app shows now.</summary>
    public string Code(string key) => OneTimeCode.At(Base32.Decode(key)!, OneTimeCode.StepOf(host.Clock.GetUtcNow()));

    /// <summary>The app's next code: the present one was used.</summary>
    public string NextCode(string key)
    {
        host.Clock.Now += TimeSpan.FromSeconds(30);
        return Code(key);
    }
}
