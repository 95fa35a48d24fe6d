using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity.Sessions;

/// <summary>By what an account can prove that it is still the same person; a weaker means does not stand in for a stronger one.</summary>
public sealed class ProofMeans(UserManager<Account> accounts)
{
    public async Task<Means> OfAsync(Account account) =>
        new(
            (await accounts.GetPasskeysAsync(account)).Count > 0,
            await accounts.GetTwoFactorEnabledAsync(account),
            await accounts.HasPasswordAsync(account)
        );
}

/// <summary>What an account has.</summary>
public readonly record struct Means(bool Passkey, bool Code, bool Password)
{
    /// <summary>Nothing stronger than the password is there.</summary>
    public bool IsPasswordEnough => Password && !Passkey && !Code;
}
