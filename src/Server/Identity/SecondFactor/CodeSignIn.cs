using Approvals.Kernel;
using Approvals.Server.Identity.Sessions;

namespace Approvals.Server.Identity.SecondFactor;

/// <summary>The second step of a sign-in: a code of the authenticator app, or one of the recovery codes, each good for once.</summary>
public sealed class CodeSignIn(AccountSessions sessions)
{
    /// <summary>Whether a right password is waiting for its code.</summary>
    public async Task<bool> IsExpectedAsync() => await sessions.GetTwoFactorAuthenticationUserAsync() is not null;

    public async Task<Rejection?> TryAsync(string typed)
    {
        var code = typed.Replace(" ", string.Empty, StringComparison.Ordinal);
        var result =
            code.Length == OneTimeCode.Digits
                ? await sessions.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
                : await sessions.TwoFactorRecoveryCodeSignInAsync(code);
        return result.Succeeded ? null : Rejection.Of("account.code-wrong");
    }
}
