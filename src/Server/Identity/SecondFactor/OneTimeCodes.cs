using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity.SecondFactor;

/// <summary>
/// Checks the codes of authenticator apps, each once: the last step that was accepted is kept with the account, and of two
/// requests with the same code the store lets only one write it.
/// </summary>
public sealed class OneTimeCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    private const string Provider = "approvals";
    private const string LastStep = "last-step";

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) =>
        Task.FromResult(string.Empty);

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } text || Base32.Decode(text) is not { } key)
        {
            return false;
        }

        var last = await manager.GetAuthenticationTokenAsync(user, Provider, LastStep);
        var after = last is null ? 0 : long.Parse(last, CultureInfo.InvariantCulture);
        var code = new string([.. token.Where(char.IsAsciiDigit)]);
        if (OneTimeCode.StepOf(code, key, OneTimeCode.StepOf(clock.GetUtcNow()), after) is not { } step)
        {
            return false;
        }

        var used = step.ToString(CultureInfo.InvariantCulture);
        return (await manager.SetAuthenticationTokenAsync(user, Provider, LastStep, used)).Succeeded;
    }
}
