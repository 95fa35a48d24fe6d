using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;
using Approvals.Kernel.Codes;
using NoticeWindows = Approvals.Bidding.Sealing.Notices.Windows;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>
/// A tender with its four holders at its platform's side: the record grows by the protocol's own rules, and whatever they refuse fails the
/// test. Without dummies, so that what the browser sends is all there is besides the bids added here.
/// </summary>
public sealed class SealedTender
{
    public const string Number = "QYZB-2026-0911";
    private static readonly TimeSpan Sealing = TimeSpan.FromDays(20);
    private readonly SealKey[] signing = [.. Enumerable.Range(0, 4).Select(_ => NewKey())];
    private readonly SealKey[] content = [.. Enumerable.Range(0, 4).Select(_ => NewKey())];
    private readonly SealKey[] identity = [.. Enumerable.Range(0, 4).Select(_ => NewKey())];
    private readonly byte[][] seeds = [.. Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetBytes(32))];
    private readonly Dictionary<string, byte[]> headers = new(StringComparer.Ordinal);

    public SealedTender(DateTimeOffset now, BidderCredential bidders)
    {
        Now = now;
        Notice = new Notice
        {
            Tender = Number,
            Version = 1,
            DocumentsHash = new byte[32],
            FormulaHash = new byte[32],
            Lots = 1,
            Sizes = new(512, 400_000, 900_000),
            Deadline = now + Sealing,
            Windows = NoticeWindows.Standard,
            Holders =
            [
                .. Enum.GetValues<HolderRole>()
                    .Select(role => new Holder(
                        role,
                        role.ToString(),
                        new byte[32],
                        signing[(int)role - 1].Point,
                        content[(int)role - 1].Point,
                        identity[(int)role - 1].Point,
                        DummyPlan.CommitmentTo(seeds[(int)role - 1])
                    )),
            ],
            DummyRange = 1,
            RelayHash = new byte[32],
            GatewayPoint = Gateway.Point,
            PageHash = new byte[32],
            SealerHash = new byte[32],
            TrustedRoots = [SHA256.HashData(bidders.Chain[^1])],
        };
        var published = new NoticePublished(Now, NoticeCodec.Write(Notice), []);
        Add(published with { Signatures = Signed(4, EntryCodec.ToSign(Notice.Hash, null, published)) });
    }

    public DateTimeOffset Now { get; set; }

    public Notice Notice { get; }

    public SealKey Gateway { get; } = NewKey();

    public RecordState State { get; private set; } = RecordState.Empty;

    public List<RecordEntry> Entries { get; } = [];

    /// <summary>Appends what the rules allow; false for what they refuse.</summary>
    public bool Try(RecordEntry entry)
    {
        var (next, rejection) = RecordRules.Accept(State, entry);
        if (rejection is null)
        {
            State = next;
            Entries.Add(entry);
        }

        return rejection is null;
    }

    public void Add(RecordEntry entry) => Try(entry).ShouldBeTrue(entry.GetType().Name);

    /// <summary>Takes a submission in with the notary's stamp, and the cosigned checkpoint after it.</summary>
    public bool Submit(SubmissionKind kind, byte[] slot, int sequence, byte[] id, byte[] signature, byte[] header)
    {
        var stamp = signing[3].Sign(EntryCodec.StampToSign(Notice.Hash, id, Now));
        if (!Try(new Submission(Now, kind, slot, sequence, id, signature, Now, stamp)))
        {
            return false;
        }

        headers[Convert.ToHexStringLower(id)] = header;
        Checkpoint();
        return true;
    }

    /// <summary>A bid sealed by .NET, so that there are three.</summary>
    public void AddBid(BidderCredential bidder)
    {
        var root = RandomNumberGenerator.GetBytes(32);
        var chance = new SealingChance(
            RandomNumberGenerator.GetBytes(16),
            RandomNumberGenerator.GetBytes(32),
            [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)],
            [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)]
        );
        var sealer = Sealer.Begin(Notice, root, 1, new Dictionary<SectionId, byte[]>(), chance, Stream.Null);
        var signature = bidder.Key.SignData(
            IdentitySheet.ToSign(sealer.Unsigned.Core, [0], null),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        UnifiedCreditCode.TryParse(bidder.CreditCode, out var code, out _).ShouldBeTrue();
        var made = sealer.Finish(new IdentitySheet([new BidMember(code!, bidder.Chain, signature)], [0]));
        Submit(SubmissionKind.Commit, made.Header.SlotPoint, 1, made.Header.Id, made.SlotSignature, made.Header.Write())
            .ShouldBeTrue();
    }

    /// <summary>From the deadline to the hour in which bidders release: frozen, counted, identified.</summary>
    public void OpenRelease()
    {
        Now = Notice.Deadline.AddSeconds(10);
        Checkpoint();
        Now = Now.AddMinutes(1);
        var frozen = new SetFrozen(Now, State.Set!.Root, []);
        Add(frozen with { Signatures = Signed(3, EntryCodec.ToSign(Notice.Hash, null, frozen)) });
        for (var at = 0; at < seeds.Length; at++)
        {
            Add(new SeedRevealed(Now, (HolderRole)(at + 1), seeds[at]));
        }

        Add(new BidsCounted(Now, State.Bids.Count()));
        for (var at = 0; at < signing.Length; at++)
        {
            var delivered = new IdentityKeyDelivered(Now, (HolderRole)(at + 1), new byte[32], []);
            Add(delivered with { Signature = SignedBy(at, delivered) });
        }

        var found = Identify();
        foreach (var at in new[] { 2, 3 })
        {
            var said = new LotsIdentified(Now, (HolderRole)(at + 1), found.Bidders, found.NamesHash(new byte[32]), []);
            Add(said with { Signature = SignedBy(at, said) });
        }

        State.Phase.ShouldBe(RecordPhase.Releasing);
    }

    public EnvelopeHeader HeaderOf(byte[] envelopeId) =>
        EnvelopeHeader.Read(Notice, headers[Convert.ToHexStringLower(envelopeId)]).ShouldNotBeNull();

    /// <summary><c>s_h</c> as three holders would give it.</summary>
    public byte[] HolderSecretOf(EnvelopeHeader header) =>
        HolderShares
            .Join(
                [.. Enumerable.Range(0, 3).Select(at => KeyValuePair.Create((HolderRole)(at + 1), content[at]))],
                ShareKind.Content,
                header.Base,
                header.ContentShares
            )
            .ShouldNotBeNull();

    private Identification Identify()
    {
        var keys = Enumerable.Range(0, 4).ToDictionary(at => (HolderRole)(at + 1), at => identity[at]);
        var accepted = State.Set!.Accepted;
        var read = accepted.ToDictionary(
            bid => Convert.ToHexStringLower(bid.EnvelopeId),
            bid => HeaderOf(bid.EnvelopeId)
        );
        var secrets = accepted.ToDictionary(
            bid => bid.Slot,
            bid => Identification.SecretOf(HeaderOf(bid.EnvelopeId), keys).ShouldNotBeNull()
        );
        return Identification.Of(Notice, [.. State.Bids], read, secrets);
    }

    private void Checkpoint()
    {
        var root = PieceTree.RootOf(State.Leaves);
        Add(
            new Checkpoint(
                Now,
                State.Leaves.Count,
                root,
                [
                    .. Enumerable
                        .Range(0, 4)
                        .Select(at => new Cosignature(
                            (HolderRole)(at + 1),
                            Now,
                            signing[at].Sign(EntryCodec.CosignatureToSign(Notice.Hash, State.Leaves.Count, root, Now))
                        )),
                ]
            )
        );
    }

    private byte[] SignedBy(int holder, RecordEntry entry) =>
        signing[holder].Sign(EntryCodec.ToSign(State.NoticeHash, State.SetRoot, entry));

    private ImmutableArray<HolderSignature> Signed(int holders, byte[] data) =>
        [
            .. Enumerable
                .Range(0, holders)
                .Select(at => new HolderSignature((HolderRole)(at + 1), signing[at].Sign(data))),
        ];

    private static SealKey NewKey() => Hpke.DeriveKeyPair(RandomNumberGenerator.GetBytes(32));
}
