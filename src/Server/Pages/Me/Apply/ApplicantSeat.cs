using System.Globalization;
using System.Security.Cryptography;
using Approvals.Server.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>For whom an application is filled in.</summary>
/// <param name="DraftOwner">Under whose name the draft is kept: what a clerk types for somebody is apart from what that person types.</param>
/// <param name="IsServed">Somebody at the window fills it in for the person.</param>
public sealed record Seated(Person Person, string DraftOwner, bool IsServed)
{
    public string ActorId => CurrentActor.IdOf(Person.Id);
}

/// <summary>
/// 窗口代录 (直接受理制): a clerk serves the person before him for the rest of the day. Whom he serves stands in a cookie sealed for his
/// own session; everybody else applies for himself.
/// </summary>
public sealed class ApplicantSeat(
    CurrentActor current,
    IHttpContextAccessor accessor,
    IDataProtectionProvider protection,
    IPersonDirectory people,
    TimeProvider clock
)
{
    private const string Cookie = "serving";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);
    private readonly IDataProtector protector = protection.CreateProtector("apply.serving");
    private Task<Seated?>? seated;

    /// <summary>Null when nobody is signed in.</summary>
    public Task<Seated?> FindAsync() => seated ??= ReadAsync();

    /// <summary>Begins to serve a person; only a clerk may (the page asks).</summary>
    public async Task ServeAsync(long person)
    {
        var clerk = (await current.PersonAsync())!;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow().ToUnixTimeSeconds()} {clerk.Id} {person}"
        );
        var context = accessor.HttpContext!;
        context.Response.Cookies.Append(
            Cookie,
            protector.Protect(text),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                MaxAge = Lifetime,
            }
        );
    }

    public void Leave() => accessor.HttpContext!.Response.Cookies.Delete(Cookie);

    private async Task<Seated?> ReadAsync()
    {
        if (await current.PersonAsync() is not { } self)
        {
            return null;
        }

        if (
            ServedBy(self) is { } served
            && self.Groups.Any(group => group.StartsWith(Roles.Clerk + "@", StringComparison.Ordinal))
            && await people.FindAsync(served) is { } person
        )
        {
            var owner = string.Create(CultureInfo.InvariantCulture, $"window:{self.Id}:{served}");
            return new Seated(person, owner, IsServed: true);
        }

        return new Seated(self, CurrentActor.IdOf(self.Id), IsServed: false);
    }

    private long? ServedBy(Person clerk)
    {
        if (accessor.HttpContext?.Request.Cookies[Cookie] is not { Length: > 0 } sealedSeat)
        {
            return null;
        }

        try
        {
            return
                protector.Unprotect(sealedSeat).Split(' ') is [var at, var by, var person]
                && long.Parse(by, CultureInfo.InvariantCulture) == clerk.Id
                && clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(at, CultureInfo.InvariantCulture)
                    <= Lifetime.TotalSeconds
                ? long.Parse(person, CultureInfo.InvariantCulture)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
