using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;

namespace Approvals.Bidding.Export;

/// <summary>Takes from an exported bid what proves itself; what doesn't is named and left out.</summary>
internal static class EvidenceReading
{
    public static Evidence Read(Notice notice, AcceptedBid bid, ExportedBid exported, List<string> faults)
    {
        var name = ExportVerifier.Short(bid.Slot);
        if (
            EnvelopeHeader.Read(notice, exported.Header) is not { } header
            || !header.Id.AsSpan().SequenceEqual(bid.EnvelopeId)
        )
        {
            faults.Add($"The header of {name} isn't the one in the record.");
            return new Evidence();
        }

        var hashes = exported.Pieces.Select(piece => piece.Hash).ToList();
        var isWhole = PieceTree.RootOf(hashes).AsSpan().SequenceEqual(header.BodyRoot);
        if (!isWhole)
        {
            faults.Add($"The body of {name} isn't the one in its header.");
        }

        var secrets = new Dictionary<SectionId, byte[]>();
        foreach (var (section, secret) in exported.Secrets)
        {
            if (
                section.Lot < notice.Lots
                && Enum.IsDefined(section.Kind)
                && SealedSecret
                    .CommitSection(header.Base, section, secret)
                    .AsSpan()
                    .SequenceEqual(header.CommitmentOf(section))
            )
            {
                secrets[section] = secret;
            }
            else
            {
                faults.Add($"A secret of {name} isn't the committed one.");
            }
        }

        return new Evidence
        {
            Header = header,
            PieceHashes = isWhole ? hashes : null,
            Body = isWhole ? (start, length) => Slice(exported, start, length) : null,
            IdentitySecret = exported.IdentitySecret.Length > 0 ? exported.IdentitySecret : null,
            Secrets = secrets,
        };
    }

    private static byte[]? Slice(ExportedBid bid, long start, long length)
    {
        var output = new byte[length];
        for (long filled = 0; filled < length; )
        {
            var (index, offset) = (
                (int)((start + filled) / PieceTree.PieceSize),
                (int)((start + filled) % PieceTree.PieceSize)
            );
            if (index >= bid.Pieces.Length || bid.Pieces[index].Bytes is not { } piece || offset >= piece.Length)
            {
                return null;
            }

            var taken = (int)Math.Min(length - filled, piece.Length - offset);
            piece.AsSpan(offset, taken).CopyTo(output.AsSpan((int)filled));
            filled += taken;
        }

        return output;
    }
}
