using Approvals.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity;

/// <summary>
/// Sign-in by password. Every failure is the same rejection after the same work, whether the account is unknown, the
/// password wrong or the account locked: nobody learns here which accounts exist.
/// </summary>
public sealed class PasswordSignIn(SignInManager<Account> sessions, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();
    private static string? decoy;

    /// <summary>Signs in, or says why not; <c>account.code-needed</c> when the password was right and a code must follow.</summary>
    public async Task<Rejection?> TryAsync(string name, string password)
    {
        var account = await sessions.UserManager.FindByNameAsync(name);
        if (account is null || await sessions.UserManager.IsLockedOutAsync(account))
        {
            decoy ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, decoy, password);
            return Rejection.Of("account.sign-in-failed");
        }

        var result = await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? null
            : result.RequiresTwoFactor ? Rejection.Of("account.code-needed")
            : Rejection.Of("account.sign-in-failed");
    }
}
