using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Approvals.Server.Signing;

/// <summary>
/// What was laid out for one signature, sealed and given to the browser until the signature comes back: nothing has to be kept meanwhile,
/// because the same request laid out again gives the same bytes.
/// </summary>
/// <param name="About">Key of what is signed: a task, a draft.</param>
/// <param name="At">Claimed instant of the signature, milliseconds of the whole second.</param>
/// <param name="Credential">Key of the certificate's row.</param>
/// <param name="Document">SHA-256 of the laid out document, upper-case hexadecimal.</param>
public sealed record SigningTicket(long About, string Person, string Field, long At, long Credential, string Document)
{
    /// <summary>For so long a laid out signature may be made.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public DateTimeOffset Instant => DateTimeOffset.FromUnixTimeMilliseconds(At);
}

/// <summary>Seals tickets with the keys of the server's cookies.</summary>
public sealed class SigningTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("approvals.signing-ticket");

    public string Seal(SigningTicket ticket) => protector.Protect(JsonSerializer.Serialize(ticket));

    /// <summary>Null for what this server did not give out, or too long ago.</summary>
    public SigningTicket? Open(string? text)
    {
        try
        {
            var ticket = text is null ? null : JsonSerializer.Deserialize<SigningTicket>(protector.Unprotect(text));
            return ticket is not null && clock.GetUtcNow() - ticket.Instant <= SigningTicket.Life ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
