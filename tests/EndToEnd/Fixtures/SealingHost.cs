using System.Collections.Concurrent;
using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Sealing;
using Approvals.Credentials.Transparency;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Checkpoint = Approvals.Bidding.Sealing.Record.Checkpoint;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>
/// Stands before the server with the gateway of one tender: opens frames, keeps pieces, gives receipts, all with the protocol's own code. Everything else
/// is the server's answer. Connections can be cut.
/// </summary>
public sealed class SealingHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Slot, int Sequence), Begun> begun = new();
    private readonly Lock record = new();
    private readonly HttpClient server;
    private readonly WebApplication app;
    private readonly SealedTender tender;

    private SealingHost(WebApplication app, SealedTender tender, string serverUrl)
    {
        (this.app, this.tender) = (app, tender);
        server = new HttpClient { BaseAddress = new Uri(serverUrl) };
    }

    public string Url => app.Urls.Single();

    /// <summary>So many chunks come through, then the connection is cut until it is set again.</summary>
    public int ChunksUntilCut { get; set; } = int.MaxValue;

    public int Chunks { get; private set; }

    /// <summary>What bidders released, as it was sent.</summary>
    public List<(SecretsReleased Entry, ImmutableArray<byte[]> Secrets)> Releases { get; } = [];

    /// <summary>What holders registered, with the code they gave.</summary>
    public List<(string Code, byte[] Said)> Enrolments { get; } = [];

    public static async Task<SealingHost> StartAsync(SealedTender tender, string serverUrl)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new SealingHost(builder.Build(), tender, serverUrl);
        host.app.MapGet($"/tenders/{SealedTender.Number}/notice-entry", host.Notice);
        host.app.MapGet($"/tenders/{SealedTender.Number}/record", host.Record);
        host.app.MapPost($"/tenders/{SealedTender.Number}/frames", host.FramesAsync);
        host.app.MapPost($"/tenders/{SealedTender.Number}/releases", host.ReleaseAsync);
        host.app.MapPost($"/tenders/{SealedTender.Number}/holders", host.EnrolAsync);
        // The pattern of its own, because the usual one leaves out whatever looks like a file.
        host.app.MapFallback("{**path}", host.PassAsync);
        await host.app.StartAsync();
        return host;
    }

    /// <summary>The pieces of a stored body, one behind the other.</summary>
    public byte[] BodyOf(byte[] slotPoint, int sequence) =>
        [.. begun[(Convert.ToHexStringLower(slotPoint), sequence)].Pieces.SelectMany(piece => piece!)];

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        server.Dispose();
    }

    private IResult Notice() => Results.Bytes(EntryCodec.Write(tender.Entries[0]));

    private IResult Record()
    {
        using var body = new MemoryStream();
        lock (record)
        {
            foreach (var entry in tender.Entries)
            {
                var bytes = EntryCodec.Write(entry);
                body.WriteByte(1);
                body.Write([
                    (byte)(bytes.Length >> 24),
                    (byte)(bytes.Length >> 16),
                    (byte)(bytes.Length >> 8),
                    (byte)bytes.Length,
                ]);
                body.Write(bytes);
            }
        }

        return Results.Bytes(body.ToArray());
    }

    private async Task FramesAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (Frame.Open(tender.Notice, tender.Gateway, body.ToArray()) is not var (frame, answerKey))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (frame.Verb == FrameVerb.Chunk && ChunksUntilCut-- <= 0)
        {
            context.Abort();
            return;
        }

        FrameAnswer answer;
        lock (record)
        {
            answer = Answer(frame);
        }

        await context.Response.Body.WriteAsync(Frame.SealAnswer(answerKey, answer.Write()));
    }

    private FrameAnswer Answer(Frame frame)
    {
        var slot = (Convert.ToHexStringLower(frame.SlotPoint), frame.Sequence);
        if (ReceiptOf(frame.SlotPoint, frame.Sequence) is { } there)
        {
            return Say(FrameCode.Stored, [], there);
        }

        if (tender.Now >= tender.Notice.Deadline)
        {
            return Say(FrameCode.DeadlinePassed, []);
        }

        if (frame.Verb == FrameVerb.Begin)
        {
            begun.TryAdd(slot, new Begun([.. frame.Data.Chunk(SealHash.Size)]));
        }

        if (frame.Verb == FrameVerb.Withdraw)
        {
            var id = EntryCodec.WithdrawalId(tender.Notice.Hash, frame.SlotPoint, frame.Sequence);
            return Submit(SubmissionKind.Withdraw, frame, id, frame.Data, []);
        }

        if (!begun.TryGetValue(slot, out var upload))
        {
            return Say(FrameCode.NotBegun, []);
        }

        if (frame.Verb == FrameVerb.Chunk)
        {
            if (!PieceTree.LeafOf(frame.Data).AsSpan().SequenceEqual(upload.Leaves[frame.Index]))
            {
                return Say(FrameCode.AnotherPiece, []);
            }

            Chunks++;
            upload.Pieces[frame.Index] = frame.Data;
        }

        if (frame.Verb != FrameVerb.Commit || !upload.IsWhole)
        {
            return Say(frame.Verb == FrameVerb.Commit ? FrameCode.PiecesMissing : FrameCode.Open, upload.Held());
        }

        var (bytes, signature) = (frame.Data[..^SealKey.SignatureSize], frame.Data[^SealKey.SignatureSize..]);
        return
            EnvelopeHeader.Read(tender.Notice, bytes) is { } header
            && header.BodyRoot.AsSpan().SequenceEqual(PieceTree.RootOf(upload.Leaves))
            ? Submit(SubmissionKind.Commit, frame, header.Id, signature, bytes)
            : Say(FrameCode.NotOfNotice, []);
    }

    private FrameAnswer Submit(SubmissionKind kind, Frame frame, byte[] id, byte[] signature, byte[] header) =>
        tender.Submit(kind, frame.SlotPoint, frame.Sequence, id, signature, header)
            ? Say(FrameCode.Stored, [], ReceiptOf(frame.SlotPoint, frame.Sequence))
            : Say(FrameCode.NotNewer, []);

    private FrameAnswer Say(FrameCode code, byte[] details, SubmissionReceipt? receipt = null) =>
        new(code, tender.Now, details, receipt);

    private SubmissionReceipt? ReceiptOf(byte[] slotPoint, int sequence)
    {
        var index = tender.Entries.FindIndex(entry =>
            entry is Submission sent && sent.Sequence == sequence && sent.SlotPoint.AsSpan().SequenceEqual(slotPoint)
        );
        if (index < 0)
        {
            return null;
        }

        var point = tender.Entries.OfType<Checkpoint>().Last();
        var path = InclusionProof.Create(index, point.Size, new Tree([.. tender.State.Leaves.Take(point.Size)])).Path;
        return new(EntryCodec.Write(tender.Entries[index]), index, point.Size, [.. path], EntryCodec.Write(point));
    }

    private async Task ReleaseAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        const int lotsAt = SealKey.PointSize;
        var lots = Enumerable
            .Range(0, bytes[lotsAt])
            .Select(at => (bytes[lotsAt + 1 + (2 * at)] << 8) | bytes[lotsAt + 2 + (2 * at)])
            .ToArray();
        var signatureAt = lotsAt + 1 + (2 * lots.Length);
        var secretsAt = signatureAt + SealKey.SignatureSize;
        var released = new SecretsReleased(
            tender.Now,
            bytes[..lotsAt],
            [.. lots],
            System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(secretsAt)),
            bytes[signatureAt..secretsAt]
        );
        if (!tender.Try(released))
        {
            context.Response.StatusCode = StatusCodes.Status409Conflict;
            await context.Response.WriteAsync("sealing.out-of-order");
            return;
        }

        Releases.Add((released, [.. bytes[secretsAt..].Chunk(SealHash.Size)]));
        await context.Response.Body.WriteAsync(EntryCodec.Write(released));
    }

    private async Task EnrolAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Enrolments.Add((context.Request.Headers["X-Holder-Code"].ToString(), body.ToArray()));
    }

    private async Task PassAsync(HttpContext context)
    {
        using var answer = await server.GetAsync(
            new Uri(context.Request.Path + context.Request.QueryString, UriKind.Relative)
        );
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.TryGetValues("Content-Security-Policy", out var policy))
        {
            context.Response.Headers.ContentSecurityPolicy = policy.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private sealed record Begun(ImmutableArray<byte[]> Leaves)
    {
        public byte[]?[] Pieces { get; } = new byte[Leaves.Length][];

        public bool IsWhole => Pieces.All(piece => piece is not null);

        public byte[] Held() => FrameAnswer.WritePieces([.. Pieces.Select(piece => piece is not null)]);
    }

    private sealed class Tree(ImmutableArray<byte[]> entries) : ISubtreeHashes
    {
        public byte[] Hash(int level, long index) =>
            level == 0
                ? entries[(int)index]
                : MerkleHash.OfNode(Hash(level - 1, 2 * index), Hash(level - 1, (2 * index) + 1));
    }
}
