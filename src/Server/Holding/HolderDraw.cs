using System.Collections.Immutable;
using System.Text;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Draws;

namespace Approvals.Server.Holding;

/// <summary>专家抽取 by agency and supervisor: seeds committed before the deadline, the committee drawn after the opening.</summary>
internal sealed class HolderDraw(TenderClient tender, HolderKeys keys)
{
    private static readonly DateTimeOffset Unset = DateTimeOffset.UnixEpoch;
    private readonly HolderLetters letters = new(tender, keys);

    /// <summary>Before the deadline: the pool's leaves, salted anew, in an order of the supervisor's own.</summary>
    public async Task CommitPoolAsync(
        Notice notice,
        RecordPage page,
        DateTimeOffset now,
        List<string> done,
        CancellationToken cancellation
    )
    {
        var isCommitted = page.Lines.Any(line => line.Entry is { } bytes && EntryCodec.Read(bytes) is PoolCommitted);
        if (keys.Role != HolderRole.Supervisor || isCommitted || now >= notice.Deadline)
        {
            return;
        }

        var pool = await PoolAsync(now, cancellation);
        if (
            pool.IsEmpty || (await letters.FindAsync(notice, LetterKind.DrawSeed, now, cancellation)) is not { } station
        )
        {
            return;
        }

        var entry = new PoolCommitted(
            Unset,
            [.. pool.Select(person => ExpertDraw.LeafOf(keys.PoolSalt(person), person))],
            ExpertDraw.CommitmentTo(HolderRole.Agency, station),
            ExpertDraw.CommitmentTo(HolderRole.Supervisor, keys.DrawSeed),
            []
        );
        var signature = keys.Signing.Sign(EntryCodec.ToSign(notice.Hash, null, entry));
        await HolderDaemon.DoneAsync(
            done,
            "pool committed",
            tender.SayAsync(entry with { Signature = signature }, cancellation)
        );
    }

    /// <summary>监督抽取: exclusions from recorded relations, the public value, the members and the refusals.</summary>
    public async Task<string?> DrawAsync(
        RecordState state,
        string publicValue,
        int size,
        ImmutableArray<string> refused,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var notice = state.Notice!;
        if (
            state.Evaluation.Pool is not { } committed
            || await letters.FindAsync(notice, LetterKind.DrawSeed, now, cancellation) is not { } station
        )
        {
            return "sealing.out-of-order";
        }

        var pool = await PoolAsync(now, cancellation);
        var indexes = pool.ToDictionary(
            person => person,
            person =>
                committed
                    .Leaves.ToList()
                    .FindIndex(leaf => leaf.AsSpan().SequenceEqual(ExpertDraw.LeafOf(keys.PoolSalt(person), person))),
            StringComparer.Ordinal
        );
        var related = await tender.AskAsync(keys, HolderQuestion.Related, now, cancellation);
        ImmutableArray<int> excluded =
        [
            .. related
                .Select(Encoding.UTF8.GetString)
                .Select(person => indexes.GetValueOrDefault(person, -1))
                .Where(index => index >= 0)
                .Order(),
        ];
        var order = ExpertDraw.Order(committed.Leaves, excluded, publicValue, station, keys.DrawSeed);
        var people = indexes.ToDictionary(pair => pair.Value, pair => pair.Key);
        var members = order.Where(index => !refused.Contains(people[index])).Take(size).ToImmutableArray();
        var lastAsked = order.IndexOf(members[^1]);
        ImmutableArray<int> refusals = [.. order[..lastAsked].Where(index => refused.Contains(people[index]))];
        return await tender.SayAsync(
                Signed(
                    state,
                    new ExpertsExcluded(Unset, excluded, []),
                    (entry, signed) => entry with { Signature = signed }
                ),
                cancellation
            )
            ?? await tender.SayAsync(
                Signed(
                    state,
                    new PublicValueFixed(Unset, publicValue, []),
                    (entry, signed) => entry with { Signature = signed }
                ),
                cancellation
            )
            ?? await tender.SayAsync(
                Signed(
                    state,
                    new ExpertsDrawn(Unset, members, refusals, []),
                    (entry, signed) => entry with { Signature = signed }
                ),
                cancellation
            )
            ?? await tender.TellAsync(
                keys.Say(
                    HolderSubject.Committee,
                    new CommitteeBody([
                        .. members.Select(index => (keys.PoolSalt(people[index]), people[index])),
                    ]).Write()
                ),
                cancellation
            );
    }

    /// <summary>The letter with the agency's seed goes out as soon as there is a notice.</summary>
    public async Task SendDrawSeedAsync(Notice notice, List<string> done, CancellationToken cancellation)
    {
        if (keys.Role == HolderRole.Agency)
        {
            await letters.SendAsync(
                notice,
                LetterKind.DrawSeed,
                HolderRole.Supervisor,
                keys.DrawSeed,
                done,
                cancellation
            );
        }
    }

    private async Task<ImmutableArray<string>> PoolAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var people = (await tender.AskAsync(keys, HolderQuestion.Pool, now, cancellation))
            .Select(Encoding.UTF8.GetString)
            .ToList();
        var order = FairOrder.Of(new HmacDrbg(keys.PoolSalt("order")), people.Count);
        return [.. order.Select(place => people[place])];
    }

    private T Signed<T>(RecordState state, T entry, Func<T, byte[], T> with)
        where T : RecordEntry =>
        with(entry, keys.Signing.Sign(EntryCodec.ToSign(state.NoticeHash, state.SetRoot, entry)));
}
