using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>
/// A bidder releases its own lock of some lots: slot ‖ lots ‖ signature ‖ three secrets a lot. The signature is over the record's
/// <see cref="SecretsReleased"/> with the digest of all secrets in the order sent.
/// </summary>
public sealed record SecretsRelease(
    byte[] SlotPoint,
    ImmutableArray<int> Lots,
    byte[] Signature,
    ImmutableArray<(SectionId Section, byte[] Secret)> Secrets
)
{
    private static readonly SectionKind[] Kinds = Enum.GetValues<SectionKind>();

    /// <summary>The entry that this release becomes.</summary>
    public SecretsReleased Entry(DateTimeOffset at) =>
        new(at, SlotPoint, Lots, SHA256.HashData([.. Secrets.SelectMany(each => each.Secret)]), Signature);

    public byte[] Write()
    {
        var writer = new WireWriter().Fixed(SlotPoint).Byte((byte)Lots.Length);
        foreach (var lot in Lots)
        {
            writer.Short(lot);
        }

        writer.Fixed(Signature);
        foreach (var (_, secret) in Secrets)
        {
            writer.Fixed(secret);
        }

        return writer.ToArray();
    }

    public static SecretsRelease? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var slot = reader.Fixed(SealKey.PointSize);
        var lots = ImmutableArray.CreateBuilder<int>();
        for (var left = reader.Byte(); left > 0 && !reader.HasFailed; left--)
        {
            lots.Add(reader.Short());
        }

        var signature = reader.Fixed(SealKey.SignatureSize);
        var secrets = ImmutableArray.CreateBuilder<(SectionId, byte[])>();
        foreach (var lot in lots)
        {
            foreach (var kind in Kinds)
            {
                secrets.Add((new SectionId(lot, kind), reader.Fixed(SealHash.Size)));
            }
        }

        return reader.IsWhole && SealKey.IsPoint(slot)
            ? new SecretsRelease(slot, lots.ToImmutable(), signature, secrets.ToImmutable())
            : null;
    }
}
