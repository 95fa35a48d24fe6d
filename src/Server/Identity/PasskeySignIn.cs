using Approvals.Kernel;
using Approvals.Server.Identity.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity;

/// <summary>
/// Passkeys (W3C Web Authentication level 3): made for an account, and used to sign in without naming one. The authenticator
/// has verified its owner, so that no second step follows.
/// </summary>
public sealed class PasskeySignIn(AccountSessions sessions, UserManager<Account> accounts, CurrentActor current)
{
    /// <summary>The options of <c>navigator.credentials.get</c> for whoever it may be, as JSON.</summary>
    public Task<string> OptionsAsync() => sessions.MakePasskeyRequestOptionsAsync(user: null);

    /// <summary>The options for one account's passkeys.</summary>
    public Task<string> OptionsAsync(Account account) => sessions.MakePasskeyRequestOptionsAsync(account);

    /// <summary>The options of <c>navigator.credentials.create</c> for the account, as JSON.</summary>
    public async Task<string> CreationOptionsAsync(Account account)
    {
        var person = await current.PersonAsync();
        return await sessions.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name = account.UserName ?? string.Empty,
                DisplayName = person?.Name ?? account.UserName ?? string.Empty,
            }
        );
    }

    /// <summary>Signs in with what the browser's credential gives as JSON.</summary>
    public async Task<Rejection?> TryAsync(string credential)
    {
        var result = await sessions.PerformPasskeyAssertionAsync(credential);
        if (!result.Succeeded)
        {
            return Rejection.Of("account.passkey-failed");
        }

        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return await sessions.OpenAsync(result.User, SignInMethods.Passkey)
            ? null
            : Rejection.Of("account.passkey-failed");
    }

    /// <summary>Keeps a new passkey of the account under a name of the owner's choice.</summary>
    public async Task<Rejection?> AddAsync(Account account, string credential, string name)
    {
        var result = await sessions.PerformPasskeyAttestationAsync(credential);
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString())
        {
            return Rejection.Of("account.passkey-not-made");
        }

        result.Passkey.Name = name;
        return (await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded
            ? null
            : Rejection.Of("account.passkey-not-made");
    }
}
