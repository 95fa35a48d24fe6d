using System.Collections.Immutable;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;
using Approvals.Kernel;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>
/// A tender with its platform, four holders and their dummies, in simulated time: every step is an entry that the rules accept, and what
/// they refuse is an error of the simulation unless it is asked for.
/// </summary>
internal sealed class World
{
    public static readonly DateTimeOffset Deadline = new(2026, 10, 12, 1, 30, 0, TimeSpan.Zero);
    public static readonly TimeSpan SealingTime = TimeSpan.FromDays(20);

    private readonly Dictionary<string, (EnvelopeHeader Header, byte[] Body, IReadOnlyList<byte[]> Pieces)> stored =
        new(StringComparer.Ordinal);

    public World(int seed, int lots = 1, int dummyRange = 3)
    {
        Random = new Random(seed);
        Holders = [.. Enum.GetValues<HolderRole>().Select(role => new TestHolder(role, Random))];
        Gateway = TestHolder.Pair(Random);
        Notice = new Notice
        {
            Tender = $"QYZB-2026-{seed:0000}",
            Version = 1,
            DocumentsHash = TestHolder.Bytes(Random, 32),
            FormulaHash = TestFormula.Read().Hash,
            Lots = lots,
            Sizes = new(256, 300, 400),
            Deadline = Deadline,
            Windows = Windows.Standard,
            Holders = [.. Holders.Select(holder => holder.ToNotice())],
            DummyRange = dummyRange,
            RelayHash = TestHolder.Bytes(Random, 32),
            GatewayPoint = Gateway.Point,
            PageHash = TestHolder.Bytes(Random, 32),
            SealerHash = TestHolder.Bytes(Random, 32),
            TrustedRoots = [TestRoots.RootHash],
        };
        Now = Deadline - SealingTime;
        var published = new NoticePublished(Now, NoticeCodec.Write(Notice), []);
        var signed = EntryCodec.ToSign(Notice.Hash, null, published);
        Add(
            published with
            {
                Signatures =
                [
                    .. Holders.Select(holder => new HolderSignature(holder.Role, holder.Signing.Sign(signed))),
                ],
            }
        );
    }

    public Random Random { get; }

    public ImmutableArray<TestHolder> Holders { get; }

    public SealKey Gateway { get; }

    public Notice Notice { get; }

    public DateTimeOffset Now { get; set; }

    public RecordState State { get; private set; } = RecordState.Empty;

    public List<RecordEntry> Entries { get; } = [];

    public List<TestBidder> Bidders { get; } = [];

    public byte[] NamesSalt { get; } = new byte[32];

    public TestHolder HolderOf(HolderRole role) => Holders[(int)role - 1];

    public Rejection? Try(RecordEntry entry)
    {
        var (next, rejection) = RecordRules.Accept(State, entry);
        if (rejection is null)
        {
            State = next;
            Entries.Add(entry);
        }

        return rejection;
    }

    public void Add(RecordEntry entry) => Try(entry)?.Code.ShouldBeNull($"{entry.GetType().Name} in {State.Phase}");

    public TestBidder AddBidder(
        Lie lie = Lie.None,
        ImmutableArray<int> lots = default,
        params TestOrganisation[] members
    )
    {
        var bidder = new TestBidder(
            Notice,
            Random,
            members.Length > 0 ? members : [TestRoots.Organisations[Bidders.Count % TestRoots.Organisations.Length]],
            lots.IsDefault ? [.. Enumerable.Range(0, Notice.Lots)] : lots
        )
        {
            Lie = lie,
        };
        Bidders.Add(bidder);
        return bidder;
    }

    public void Submit(TestBidder bidder)
    {
        bidder.Seal();
        Store(bidder.Header, bidder.Body, bidder.Pieces);
        Add(Commit(bidder.Secrets.Slot, bidder.Header));
    }

    public Submission Commit(SealKey slot, EnvelopeHeader header) =>
        Sign(SubmissionKind.Commit, slot, header.Sequence, header.Id);

    public Submission Withdrawal(SealKey slot, int sequence) =>
        Sign(SubmissionKind.Withdraw, slot, sequence, EntryCodec.WithdrawalId(Notice.Hash, slot.Point, sequence));

    /// <summary>All dummies of all holders, at their own instants.</summary>
    public IEnumerable<(DateTimeOffset At, Action Send)> DummySends() =>
        from holder in Holders
        from dummy in DummyPlan.Of(holder.Seed, Notice)
        from step in Enumerable.Range(0, dummy.At.Length)
        select (Deadline - SealingTime + (SealingTime * dummy.At[step]), (Action)(() => SendDummy(dummy, step)));

    public void Checkpoint(DateTimeOffset at, params HolderRole[] absent)
    {
        Now = at;
        var root = PieceTree.RootOf(State.Leaves);
        Add(
            new Checkpoint(
                at,
                State.Leaves.Count,
                root,
                [
                    .. Holders
                        .Where(holder => !absent.Contains(holder.Role))
                        .Select(holder => new Cosignature(
                            holder.Role,
                            at,
                            holder.Signing.Sign(EntryCodec.CosignatureToSign(Notice.Hash, State.Leaves.Count, root, at))
                        )),
                ]
            )
        );
    }

    public T Signed<T>(T entry, SealKey key, Func<T, byte[], T> with)
        where T : RecordEntry => with(entry, key.Sign(EntryCodec.ToSign(State.NoticeHash, State.SetRoot, entry)));

    public Evidence EvidenceOf(AcceptedBid bid)
    {
        if (!stored.TryGetValue(Convert.ToHexStringLower(bid.EnvelopeId), out var found))
        {
            return new Evidence();
        }

        var bidder = Bidders.SingleOrDefault(each => each.Slot == bid.Slot);
        return new Evidence
        {
            Header = found.Header,
            PieceHashes = found.Pieces,
            Body = (start, length) => found.Body[(int)start..(int)(start + length)],
            IdentitySecret = IdentitySecretOf(found.Header),
            Secrets = bidder is null
                ? new Dictionary<SectionId, byte[]>()
                : SectionId
                    .All(Notice.Lots)
                    .Where(section => State.HasReleased(bid.Slot, section.Lot))
                    .ToDictionary(section => section, bidder.Secrets.Section),
        };
    }

    public byte[]? IdentitySecretOf(EnvelopeHeader header) =>
        Identification.SecretOf(header, Holders.ToDictionary(holder => holder.Role, holder => holder.Identity));

    public Dictionary<string, EnvelopeHeader> Headers =>
        stored.ToDictionary(pair => pair.Key, pair => pair.Value.Header, StringComparer.Ordinal);

    /// <summary>What the database holds of bodies and headers.</summary>
    public IEnumerable<(EnvelopeHeader Header, byte[] Body)> Stored =>
        stored.Values.Select(each => (each.Header, each.Body));

    public void Lose(byte[] envelopeId) => stored.Remove(Convert.ToHexStringLower(envelopeId));

    private void Store(EnvelopeHeader header, byte[] body, IReadOnlyList<byte[]> pieces) =>
        stored[Convert.ToHexStringLower(header.Id)] = (header, body, pieces);

    private void SendDummy(Dummy dummy, int step)
    {
        var slot = AttemptSecrets.SlotOf(dummy.Root, Notice.Hash);
        if (dummy.IsWithdrawn && step == dummy.At.Length - 1)
        {
            Add(Withdrawal(slot, step + 1));
            return;
        }

        var chance = DummyPlan.ChanceOf(dummy, Notice.Hash, step + 1);
        using var body = new MemoryStream();
        var made = Sealer
            .Begin(Notice, dummy.Root, step + 1, new Dictionary<SectionId, byte[]>(), chance, body)
            .FinishDummy();
        Store(made.Header, body.ToArray(), made.PieceHashes);
        Add(Commit(slot, made.Header));
    }

    private Submission Sign(SubmissionKind kind, SealKey slot, int sequence, byte[] id) =>
        new(
            Now,
            kind,
            slot.Point,
            sequence,
            id,
            slot.Sign(id),
            Now,
            HolderOf(HolderRole.Notary).Signing.Sign(EntryCodec.StampToSign(Notice.Hash, id, Now))
        );
}
