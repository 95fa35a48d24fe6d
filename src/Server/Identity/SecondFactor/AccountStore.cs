using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Approvals.Server.Identity.SecondFactor;

/// <summary>
/// Identity's store, but what a copied database would give away is not readable in it: the key of the authenticator app
/// is encrypted with the server's data protection keys, and of recovery codes only PBKDF2 digests are kept.
/// </summary>
public sealed class AccountStore(
    AccountDb db,
    IDataProtectionProvider protection,
    IdentityErrorDescriber? errors = null
)
    : UserOnlyStore<
        Account,
        AccountDb,
        long,
        IdentityUserClaim<long>,
        IdentityUserLogin<long>,
        IdentityUserToken<long>,
        IdentityUserPasskey<long>
    >(db, errors)
{
    private readonly IDataProtector protector = protection.CreateProtector("approvals.authenticator-key");

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { Length: > 0 } kept
            ? protector.Unprotect(kept)
            : null;

    public override Task ReplaceCodesAsync(
        Account user,
        IEnumerable<string> recoveryCodes,
        CancellationToken cancellationToken
    ) => base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Digest(user, code)), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Digest(user, code.Trim().ToUpperInvariant()), cancellationToken);

    // A code has some 45 random bits: too few for a bare hash to hide. The account is salt enough, since codes are random.
    private static string Digest(Account user, string code) =>
        Convert.ToHexStringLower(
            Rfc2898DeriveBytes.Pbkdf2(
                Encoding.UTF8.GetBytes(code),
                Encoding.UTF8.GetBytes($"approvals.recovery-code {user.Id}"),
                IdentityRoom.PasswordRounds,
                HashAlgorithmName.SHA256,
                SHA256.HashSizeInBytes
            )
        );
}
