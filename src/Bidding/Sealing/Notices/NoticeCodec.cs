using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Notices;

/// <summary>A notice as bytes, one form only; what doesn't parse, or makes no sense, is null.</summary>
public static class NoticeCodec
{
    private const int Roles = 4;
    private const int MostLots = 64;
    private const int LeastSection = 8;

    public static byte[] Write(Notice notice)
    {
        var writer = new WireWriter()
            .Byte(Notice.ProtocolVersion)
            .Text(notice.Tender)
            .Short(notice.Version)
            .Byte(notice.IsReseal ? (byte)1 : (byte)0)
            .Fixed(notice.DocumentsHash)
            .Fixed(notice.FormulaHash)
            .Short(notice.Lots)
            .Int(notice.Sizes.Open)
            .Int(notice.Sizes.Qualification)
            .Int(notice.Sizes.Technical)
            .Instant(notice.Deadline)
            .Short(notice.Windows.Freeze)
            .Short(notice.Windows.Count)
            .Short(notice.Windows.Identify)
            .Short(notice.Windows.IdentifyReserve)
            .Short(notice.Windows.Release)
            .Short(notice.Windows.Unlock);
        foreach (var holder in notice.Holders)
        {
            writer
                .Byte((byte)holder.Role)
                .Text(holder.Name)
                .Fixed(holder.CertificateHash)
                .Fixed(holder.SigningPoint)
                .Fixed(holder.ContentPoint)
                .Fixed(holder.IdentityPoint)
                .Fixed(holder.DummyCommitment);
        }

        writer
            .Short(notice.DummyRange)
            .Fixed(notice.RelayHash)
            .Fixed(notice.GatewayPoint)
            .Fixed(notice.PageHash)
            .Fixed(notice.SealerHash)
            .Short(notice.TrustedRoots.Length);
        foreach (var root in notice.TrustedRoots)
        {
            writer.Fixed(root);
        }

        return writer.ToArray();
    }

    public static Notice? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var isOurs = reader.Byte() == Notice.ProtocolVersion;
        var tender = reader.Text();
        var version = reader.Short();
        var reseal = reader.Byte();
        var documents = reader.Fixed(SealHash.Size);
        var formula = reader.Fixed(SealHash.Size);
        var lots = reader.Short();
        var sizes = new SectionSizes(reader.Int(), reader.Int(), reader.Int());
        var deadline = reader.Instant();
        var windows = new Windows(
            reader.Short(),
            reader.Short(),
            reader.Short(),
            reader.Short(),
            reader.Short(),
            reader.Short()
        );
        var holders = ImmutableArray.CreateBuilder<Holder>(Roles);
        for (var at = 0; at < Roles; at++)
        {
            holders.Add(ReadHolder(ref reader));
        }

        var range = reader.Short();
        var relay = reader.Fixed(SealHash.Size);
        var gateway = reader.Fixed(SealKey.PointSize);
        var page = reader.Fixed(SealHash.Size);
        var sealer = reader.Fixed(SealHash.Size);
        var roots = ImmutableArray.CreateBuilder<byte[]>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            roots.Add(reader.Fixed(SealHash.Size));
        }

        var notice = new Notice
        {
            Tender = tender,
            Version = version,
            IsReseal = reseal == 1,
            DocumentsHash = documents,
            FormulaHash = formula,
            Lots = lots,
            Sizes = sizes,
            Deadline = deadline,
            Windows = windows,
            Holders = holders.MoveToImmutable(),
            DummyRange = range,
            RelayHash = relay,
            GatewayPoint = gateway,
            PageHash = page,
            SealerHash = sealer,
            TrustedRoots = roots.ToImmutable(),
        };
        return isOurs && reseal <= 1 && reader.IsWhole && MakesSense(notice) ? notice : null;
    }

    private static Holder ReadHolder(ref WireReader reader) =>
        new(
            (HolderRole)reader.Byte(),
            reader.Text(),
            reader.Fixed(SealHash.Size),
            reader.Fixed(SealKey.PointSize),
            reader.Fixed(SealKey.PointSize),
            reader.Fixed(SealKey.PointSize),
            reader.Fixed(SealHash.Size)
        );

    private static bool MakesSense(Notice notice)
    {
        for (var at = 0; at < Roles; at++)
        {
            var holder = notice.Holders[at];
            if (
                (int)holder.Role != at + 1
                || !SealKey.IsPoint(holder.SigningPoint)
                || !SealKey.IsPoint(holder.ContentPoint)
                || !SealKey.IsPoint(holder.IdentityPoint)
            )
            {
                return false;
            }
        }

        return notice.Lots is >= 1 and <= MostLots
            && notice.Version >= 1
            && notice.DummyRange >= 1
            && notice.Sizes is { Open: > LeastSection, Qualification: > LeastSection, Technical: > LeastSection }
            && SealKey.IsPoint(notice.GatewayPoint);
    }
}
