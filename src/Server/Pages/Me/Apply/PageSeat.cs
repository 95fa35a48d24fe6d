using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>
/// Whose page a form is: sealed into the form when it is shown, so that what is sent after the sign-in has run out can be
/// kept for that person and nobody else.
/// </summary>
public sealed class PageSeat(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Field = "_seat";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly IDataProtector protector = protection.CreateProtector("apply.seat");

    public string Seal(string person, string code) =>
        protector.Protect(
            string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()} {person} {code}")
        );

    /// <summary>The person the page was shown to; null when the seal is broken, old, or of another item.</summary>
    public string? Open(string seal, string code)
    {
        try
        {
            return
                protector.Unprotect(seal).Split(' ') is [var at, var person, var item]
                && item == code
                && clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(at, CultureInfo.InvariantCulture)
                    <= Lifetime.TotalSeconds
                ? person
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
