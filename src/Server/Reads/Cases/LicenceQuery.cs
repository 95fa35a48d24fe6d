using Approvals.Cases;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>证照登记: an issued licence by its identifier or by its number line.</summary>
public sealed class LicenceQuery(PlatformReads reads)
{
    /// <param name="text">As typed: blanks do not matter.</param>
    public async Task<RegisteredLicence?> FindAsync(string text, CancellationToken cancellation)
    {
        var identifier = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        var number = text.Trim();
        var licence =
            await reads.Licences.SingleOrDefaultAsync(each => each.Identifier == identifier, cancellation)
            ?? await reads.Licences.FirstOrDefaultAsync(each => each.Number == number, cancellation);
        if (licence is null)
        {
            return null;
        }

        var owner = await reads
            .Cases.Where(row => row.Key == licence.Owner)
            .Select(row => new { row.ApplicantName, row.Result })
            .SingleAsync(cancellation);
        var blob = await reads
            .Documents.Where(document => document.Id == licence.Document)
            .Select(document => document.Blob)
            .SingleAsync(cancellation);
        return new RegisteredLicence(
            licence.Identifier,
            licence.Number,
            licence.Name,
            licence.Issuer,
            owner.ApplicantName,
            DateOnly.ParseExact(licence.ValidFrom, "yyyy-MM-dd"),
            licence.ValidTo is { } last ? DateOnly.ParseExact(last, "yyyy-MM-dd") : null,
            DateTimeOffset.FromUnixTimeMilliseconds(licence.Issued),
            blob,
            owner.Result == nameof(CaseResult.Revoked)
        );
    }
}

/// <param name="Holder">An organisation's name; of a citizen only the masked one.</param>
/// <param name="ValidTo">The last day of validity; null when there is no term.</param>
/// <param name="IsRevoked">The decision behind it was revoked.</param>
/// <param name="Sha256">Of the issued file; null when its bytes were erased.</param>
public sealed record RegisteredLicence(
    string Identifier,
    string Number,
    string Name,
    string Issuer,
    string Holder,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    DateTimeOffset Issued,
    byte[]? Sha256,
    bool IsRevoked
)
{
    public LicenceStanding On(DateOnly day) =>
        IsRevoked ? LicenceStanding.Revoked
        : day < ValidFrom ? LicenceStanding.NotYet
        : ValidTo is { } last && day > last ? LicenceStanding.Expired
        : LicenceStanding.Valid;
}

public enum LicenceStanding
{
    Valid,
    NotYet,
    Expired,

    /// <summary>撤销.</summary>
    Revoked,
}
