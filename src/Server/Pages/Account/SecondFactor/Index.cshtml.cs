using Approvals.Server.Identity.SecondFactor;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.SecondFactor;

/// <summary>两步验证: an authenticator app for the account, and the recovery codes for the day its phone is lost.</summary>
[Authorize]
[FreshProof]
public sealed class IndexModel(CurrentSession current, UserManager<Identity.Account> accounts, ITexts texts) : PageModel
{
    private const int RecoveryCodeCount = 10;
    private const int KeyGroup = 4;
    private string key = string.Empty;
    private string name = string.Empty;

    [BindProperty]
    public string? Code { get; set; }

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>The key as people type it, in groups of four.</summary>
    public string ReadableKey => string.Join(' ', key.Chunk(KeyGroup).Select(group => new string(group)));

    /// <summary>What the QR code says (otpauth key URI).</summary>
    public string Uri
    {
        get
        {
            var issuer = System.Uri.EscapeDataString(texts["site.name"].Plain);
            var label = System.Uri.EscapeDataString(name);
            return $"otpauth://totp/{issuer}:{label}?secret={key}&issuer={issuer}&digits={OneTimeCode.Digits}";
        }
    }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await current.RequireAsync();
        var provider = TokenOptions.DefaultAuthenticatorProvider;
        if (
            await accounts.GetTwoFactorEnabledAsync(account)
            || !await accounts.VerifyTwoFactorTokenAsync(account, provider, Code ?? string.Empty)
        )
        {
            ModelState.AddModelError("Code", texts["second-factor.code-wrong"].Plain);
            await ShowAsync();
            return Page();
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        return await OnPostCodesAsync();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        var account = await current.RequireAsync();
        if (await accounts.GetTwoFactorEnabledAsync(account))
        {
            var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodeCount);
            RecoveryCodes = [.. codes ?? []];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        var account = await current.RequireAsync();
        await accounts.SetTwoFactorEnabledAsync(account, false);
        // The old key must not work again when it is turned on the next time.
        await accounts.ResetAuthenticatorKeyAsync(account);
        return RedirectToPage("/Account/Home/Index");
    }

    private async Task ShowAsync()
    {
        var account = await current.RequireAsync();
        IsOn = await accounts.GetTwoFactorEnabledAsync(account);
        CodesLeft = await accounts.CountRecoveryCodesAsync(account);
        name = account.UserName ?? string.Empty;
        if (!IsOn && string.IsNullOrEmpty(await accounts.GetAuthenticatorKeyAsync(account)))
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
        }

        key = await accounts.GetAuthenticatorKeyAsync(account) ?? string.Empty;
    }
}
