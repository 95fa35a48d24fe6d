using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel;
using Approvals.Server.Adapters;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Identity.Certificates;

/// <summary>
/// Sign-in by the key of a certificate: the browser signs a challenge that names this site, lives two minutes and is used once (it
/// stands in a cookie that the answer takes away).
/// </summary>
public sealed class CertificateSignIn(
    Platform platform,
    SealCabinet seals,
    AccountDb db,
    AccountSessions sessions,
    IHttpContextAccessor accessor,
    IDataProtectionProvider protection
)
{
    private const string Cookie = "approvals.challenge";
    private const char Separator = '\n';
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);
    private readonly IDataProtector protector = protection.CreateProtector("approvals.certificate-challenge");

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The text that the browser signs.</summary>
    public string Challenge()
    {
        string[] parts =
        [
            "approvals sign-in",
            Http.Request.Host.Value ?? string.Empty,
            platform.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        ];
        var challenge = string.Join(Separator, parts);
        Http.Response.Cookies.Append(Cookie, protector.Protect(challenge), Options());
        return challenge;
    }

    /// <param name="keyId">SHA-256 of the public key, hexadecimal.</param>
    /// <param name="signature">ECDSA with SHA-256 over the challenge, IEEE P1363 form, base64.</param>
    public async Task<Rejection?> TryAsync(string? keyId, string? signature)
    {
        var challenge = TakeChallenge();
        if (challenge is null || Bytes(keyId, Convert.FromHexString) is not { } id)
        {
            return Rejection.Of("account.certificate-failed");
        }

        var now = platform.Clock.GetUtcNow();
        var row = platform.Readers.Read(store =>
            CredentialStore.OfKey(store, id).FirstOrDefault(each => each.IsGoodAt(now))
        );
        if (
            row is null
            || Bytes(signature, Convert.FromBase64String) is not { } value
            || !Signed(row, challenge, value)
        )
        {
            return Rejection.Of("account.certificate-failed");
        }

        var account = await db.Users.FirstOrDefaultAsync(each => each.PersonId == row.Person);
        return account is not null && await sessions.OpenAsync(account, SignInMethods.Certificate)
            ? null
            : Rejection.Of("account.certificate-failed");
    }

    private bool Signed(CredentialRow row, string challenge, byte[] signature)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        using var key = certificate.GetECDsaPublicKey();
        return key is not null
            && seals.Enrolment.StatusOf(certificate).Standing == CertificateStanding.Good
            && key.VerifyData(Encoding.UTF8.GetBytes(challenge), signature, HashAlgorithmName.SHA256);
    }

    private string? TakeChallenge()
    {
        if (Http.Request.Cookies[Cookie] is not { } kept)
        {
            return null;
        }

        Http.Response.Cookies.Delete(Cookie, Options());
        try
        {
            var challenge = protector.Unprotect(kept);
            var made = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(challenge.Split(Separator)[2]));
            var age = platform.Clock.GetUtcNow() - made;
            return age >= TimeSpan.Zero && age <= Life ? challenge : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string? text, Func<string, byte[]> decode)
    {
        try
        {
            return text is null ? null : decode(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = Http.Request.IsHttps,
            Path = "/",
        };
}
