using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Sealing;

namespace Approvals.Server.Holding;

/// <summary>Sends what is sealed: begin, the missing pieces, commit. It can stop anywhere and go on from what the gateway holds.</summary>
public sealed class BidSender(TenderClient tender, Notice notice)
{
    /// <summary>What the gateway says at the end; the receipt follows by <see cref="StatusAsync"/> once the notary has stamped.</summary>
    public async Task<FrameAnswer> SendAsync(
        SealKey slot,
        EnvelopeHeader header,
        byte[] slotSignature,
        Stream body,
        CancellationToken cancellation
    )
    {
        var pieces = new List<byte[]>();
        var piece = new byte[PieceTree.PieceSize];
        int read;
        while ((read = await body.ReadAtLeastAsync(piece, piece.Length, false, cancellation)) > 0)
        {
            pieces.Add(PieceTree.LeafOf(piece.AsSpan(0, read)));
        }

        byte[] announced = [.. pieces.SelectMany(hash => hash)];
        var answer = await AskAsync(slot, FrameVerb.Begin, header.Sequence, pieces.Count, announced, cancellation);
        if (answer.Code != FrameCode.Open || FrameAnswer.ReadPieces(answer.Details) is not { } held)
        {
            return answer;
        }

        for (var index = 0; index < held.Count; index++)
        {
            if (held[index])
            {
                continue;
            }

            body.Position = (long)index * PieceTree.PieceSize;
            read = await body.ReadAtLeastAsync(piece, piece.Length, false, cancellation);
            answer = await AskAsync(slot, FrameVerb.Chunk, header.Sequence, index, piece[..read], cancellation);
            if (answer.Code != FrameCode.Open)
            {
                return answer;
            }
        }

        byte[] commit = [.. header.Write(), .. slotSignature];
        return await AskAsync(slot, FrameVerb.Commit, header.Sequence, 0, commit, cancellation);
    }

    public Task<FrameAnswer> StatusAsync(SealKey slot, int sequence, CancellationToken cancellation) =>
        AskAsync(slot, FrameVerb.Status, sequence, 0, [], cancellation);

    /// <param name="sequence">One more than the last.</param>
    public Task<FrameAnswer> WithdrawAsync(SealKey slot, int sequence, CancellationToken cancellation) =>
        AskAsync(
            slot,
            FrameVerb.Withdraw,
            sequence,
            0,
            slot.Sign(Approvals.Bidding.Sealing.Record.EntryCodec.WithdrawalId(notice.Hash, slot.Point, sequence)),
            cancellation
        );

    private async Task<FrameAnswer> AskAsync(
        SealKey slot,
        FrameVerb verb,
        int sequence,
        int index,
        byte[] data,
        CancellationToken cancellation
    )
    {
        var frame = new Frame(verb, slot.Point, sequence, index, data);
        var ephemeral = Hpke.DeriveKeyPair(RandomNumberGenerator.GetBytes(SealHash.Size));
        var (bytes, answerKey) = frame.Seal(notice, slot, ephemeral);
        return await tender.FrameAsync(bytes, answerKey, cancellation)
            ?? throw new HttpRequestException("The gateway is busy; send again later.");
    }
}
