using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>The reading half of <see cref="EntryCodec"/>.</summary>
internal static class EntryReading
{
    public static RecordEntry? Read(byte kind, DateTimeOffset at, ref WireReader reader) =>
        kind switch
        {
            1 => new NoticePublished(at, reader.Block(), Signatures(ref reader)),
            2 => new Submission(
                at,
                (SubmissionKind)reader.Byte(),
                reader.Fixed(SealKey.PointSize),
                reader.Int(),
                reader.Fixed(SealHash.Size),
                reader.Fixed(SealKey.SignatureSize),
                reader.Instant(),
                reader.Fixed(SealKey.SignatureSize)
            ),
            3 => new Checkpoint(at, reader.Int(), reader.Fixed(SealHash.Size), Cosignatures(ref reader)),
            4 => new SetFrozen(at, reader.Fixed(SealHash.Size), Signatures(ref reader)),
            5 => new SeedRevealed(at, (HolderRole)reader.Byte(), reader.Fixed(SealHash.Size)),
            6 => new BidsCounted(at, reader.Int()),
            7 => new IdentityKeyDelivered(
                at,
                (HolderRole)reader.Byte(),
                reader.Fixed(SealHash.Size),
                reader.Fixed(SealKey.SignatureSize)
            ),
            8 => new IdentitySecretSent(
                at,
                reader.Fixed(SealKey.PointSize),
                reader.Fixed(SealHash.Size),
                reader.Fixed(SealKey.SignatureSize)
            ),
            9 => new LotsIdentified(
                at,
                (HolderRole)reader.Byte(),
                Numbers(ref reader),
                reader.Fixed(SealHash.Size),
                reader.Fixed(SealKey.SignatureSize)
            ),
            10 => new SecretsReleased(
                at,
                reader.Fixed(SealKey.PointSize),
                Numbers(ref reader),
                reader.Fixed(SealHash.Size),
                reader.Fixed(SealKey.SignatureSize)
            ),
            11 => new ContentKeyPosted(
                at,
                (HolderRole)reader.Byte(),
                reader.Fixed(SealKey.ScalarSize),
                reader.Fixed(SealKey.SignatureSize)
            ),
            12 => new WindowExtended(at, reader.Short(), reader.Fixed(SealKey.SignatureSize)),
            13 => new TenderOpened(at),
            14 => new TenderFailed(at),
            _ => EvaluationCodec.Read(kind, at, ref reader),
        };

    private static ImmutableArray<int> Numbers(ref WireReader reader)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var left = reader.Byte(); left > 0 && !reader.HasFailed; left--)
        {
            numbers.Add(reader.Short());
        }

        return numbers.ToImmutable();
    }

    private static ImmutableArray<HolderSignature> Signatures(ref WireReader reader)
    {
        var signatures = ImmutableArray.CreateBuilder<HolderSignature>();
        for (var left = reader.Byte(); left > 0 && !reader.HasFailed; left--)
        {
            signatures.Add(new((HolderRole)reader.Byte(), reader.Fixed(SealKey.SignatureSize)));
        }

        return signatures.ToImmutable();
    }

    private static ImmutableArray<Cosignature> Cosignatures(ref WireReader reader)
    {
        var cosignatures = ImmutableArray.CreateBuilder<Cosignature>();
        for (var left = reader.Byte(); left > 0 && !reader.HasFailed; left--)
        {
            cosignatures.Add(new((HolderRole)reader.Byte(), reader.Instant(), reader.Fixed(SealKey.SignatureSize)));
        }

        return cosignatures.ToImmutable();
    }
}
