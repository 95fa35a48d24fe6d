using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Approvals.Server.Identity.Sessions;

/// <summary>Every way to sign in ends here: a session row is opened and its id goes into the cookie; signing out ends the row.</summary>
public sealed class AccountSessions(
    UserManager<Account> accounts,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    SessionBook book,
    ProofMeans means
) : SignInManager<Account>(accounts, accessor, claims, options, log, schemes, confirmation)
{
    // Identity says "mfa" when a code followed the password.
    private const string Authentication = "amr";
    private const string SeveralFactors = "mfa";

    public override async Task SignInWithClaimsAsync(
        Account user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        var said = additionalClaims.ToList();
        var method =
            said.Find(claim => claim.Type == SignInMethods.Claim)?.Value
            ?? (
                said.Exists(claim => claim is { Type: Authentication, Value: SeveralFactors })
                    ? SignInMethods.PasswordAndCode
                    : SignInMethods.Password
            );
        var isProved = SignInMethods.IsStrong(method) || (await means.OfAsync(user)).IsPasswordEnough;
        var device = Context.Request.Headers.UserAgent.ToString();
        var id = await book.OpenAsync(user.Id, method, device, isProved);
        await base.SignInWithClaimsAsync(
            user,
            authenticationProperties,
            [new Claim(SessionGuard.Claim, id), new Claim(SignInMethods.Claim, method)]
        );
    }

    /// <summary>Opens a session for somebody who proved by <paramref name="method"/> who they are; false while the account is locked.</summary>
    public async Task<bool> OpenAsync(Account account, string method)
    {
        if (await PreSignInCheck(account) is not null)
        {
            return false;
        }

        await SignInWithClaimsAsync(account, new AuthenticationProperties(), [new Claim(SignInMethods.Claim, method)]);
        return true;
    }

    public override async Task SignOutAsync()
    {
        if (Context.Features.Get<Session>() is { } session)
        {
            await book.EndAsync(session.AccountId, session.Id);
        }

        await base.SignOutAsync();
    }
}
