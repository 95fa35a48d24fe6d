using Approvals.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity.Sessions;

/// <summary>Takes the proof that the person at this session is still its owner. Misses count towards the account's lock.</summary>
public sealed class FreshProof(
    CurrentSession current,
    AccountSessions sessions,
    UserManager<Account> accounts,
    SessionBook book,
    ProofMeans means
)
{
    public async Task<Means> MeansAsync() => await means.OfAsync(await current.RequireAsync());

    /// <summary>By password; refused when the account has something stronger.</summary>
    public async Task<Rejection?> ByPasswordAsync(string password)
    {
        var account = await current.RequireAsync();
        if (!(await means.OfAsync(account)).IsPasswordEnough)
        {
            return Rejection.Of("account.proof-too-weak");
        }

        var result = await sessions.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded ? await ProvedAsync() : Rejection.Of("account.proof-failed");
    }

    /// <summary>By a code of the authenticator app.</summary>
    public async Task<Rejection?> ByCodeAsync(string code)
    {
        var account = await current.RequireAsync();
        if (!await accounts.GetTwoFactorEnabledAsync(account) || await accounts.IsLockedOutAsync(account))
        {
            return Rejection.Of("account.proof-failed");
        }

        if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return await ProvedAsync();
        }

        await accounts.AccessFailedAsync(account);
        return Rejection.Of("account.proof-failed");
    }

    /// <summary>By a passkey of this account; the JSON is what the browser's credential gives.</summary>
    public async Task<Rejection?> ByPasskeyAsync(string credential)
    {
        var account = await current.RequireAsync();
        var result = await sessions.PerformPasskeyAssertionAsync(credential);
        if (!result.Succeeded || result.User.Id != account.Id || await accounts.IsLockedOutAsync(account))
        {
            return Rejection.Of("account.passkey-failed");
        }

        await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey);
        return await ProvedAsync();
    }

    private async Task<Rejection?> ProvedAsync()
    {
        await book.ProveAsync(current.Session!.Id);
        return null;
    }
}
