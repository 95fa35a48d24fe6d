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

        var holder = await reads
            .Cases.Where(row => row.Key == licence.Owner)
            .Select(row => row.ApplicantName)
            .SingleAsync(cancellation);
        var blob = await reads
            .Documents.Where(document => document.Id == licence.Document)
            .Select(document => document.Blob)
            .SingleAsync(cancellation);
        return RegisteredLicence.Of(licence, holder, blob);
    }
}

/// <param name="Holder">An organisation's name; of a citizen only the masked one.</param>
/// <param name="ValidTo">The last day of validity; null when there is no term.</param>
/// <param name="Ending">How it ceased before its term; null while it stands.</param>
/// <param name="Successor">Identifier of the licence in its place.</param>
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
    LicenceEnding? Ending,
    DateTimeOffset? Ended,
    string? Successor
)
{
    internal static RegisteredLicence Of(LicenceRead row, string holder, byte[]? blob) =>
        new(
            row.Identifier,
            row.Number,
            row.Name,
            row.Issuer,
            holder,
            DateOnly.ParseExact(row.ValidFrom, "yyyy-MM-dd"),
            row.ValidTo is { } last ? DateOnly.ParseExact(last, "yyyy-MM-dd") : null,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Issued),
            blob,
            row.Ending is { } ending ? Enum.Parse<LicenceEnding>(ending) : null,
            row.Ended is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
            row.Successor
        );

    public LicenceStanding On(DateOnly day) =>
        Ending switch
        {
            LicenceEnding.Revoked => LicenceStanding.Revoked,
            LicenceEnding.Cancelled => LicenceStanding.Cancelled,
            LicenceEnding.Replaced => LicenceStanding.Replaced,
            _ => InTerm(day),
        };

    private LicenceStanding InTerm(DateOnly day) =>
        day < ValidFrom ? LicenceStanding.NotYet
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

    /// <summary>注销.</summary>
    Cancelled,

    /// <summary>已由新证照替代.</summary>
    Replaced,
}
