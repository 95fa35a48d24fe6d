using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Sealing;

namespace Approvals.Server.Holding;

/// <summary>
/// 密钥保管人的程序: each step looks at the record, recomputes it, and does what this holder owes now. It believes the platform nothing that
/// it can compute: roots, set and counts are its own. What only a person may decide it never does.
/// </summary>
public sealed class HolderDaemon(TenderClient tender, HolderKeys keys, TimeProvider clock)
{
    private readonly HolderDuties duties = new(tender, keys);
    private readonly HolderDraw draw = new(tender, keys);
    private readonly DummySender dummies = new(tender, keys);
    private RecordState folded = RecordState.Empty;
    private bool hasWritten;

    /// <summary>What was done, a line each; empty when nothing was due.</summary>
    public async Task<IReadOnlyList<string>> StepAsync(CancellationToken cancellation)
    {
        var done = new List<string>();
        var now = clock.GetUtcNow();
        if (await tender.NoticeAsync(cancellation) is not { } notice)
        {
            await SignNoticeAsync(done, cancellation);
            return done;
        }

        var page = await tender.RecordAsync(cancellation);
        if (page.Lines.Any(line => line.Entry is null))
        {
            await BeforeDeadlineAsync(notice, page, now, done, cancellation);
        }
        else
        {
            var state = folded = Fold(page, folded);
            if (state.Phase == RecordPhase.Sealing)
            {
                await BeforeDeadlineAsync(notice, page, now, done, cancellation);
            }
            else
            {
                await duties.FulfilAsync(RecordRules.Elapse(state, now), now, done, cancellation);
            }
        }

        return done;
    }

    /// <summary>专家抽取, by the supervisor: null when the committee is drawn and told to the platform, else the code of the rejection.</summary>
    /// <param name="publicValue">What the two named sources published, character by character.</param>
    /// <param name="refused">Persons who were asked and refused, on record.</param>
    public async Task<string?> DrawAsync(
        string publicValue,
        int size,
        ImmutableArray<string> refused,
        CancellationToken cancellation
    )
    {
        var state = folded = Fold(await tender.RecordAsync(cancellation), folded);
        return await draw.DrawAsync(state, publicValue, size, refused, clock.GetUtcNow(), cancellation);
    }

    /// <summary>The record folded again from its bytes; an entry that the rules refuse is the platform's lie.</summary>
    public static RecordState Fold(RecordPage page) => Fold(page, RecordState.Empty);

    /// <summary>The same from what was folded before, where the record still begins with those very leaves.</summary>
    private static RecordState Fold(RecordPage page, RecordState before)
    {
        var known = before.Leaves.Count;
        var goesOn =
            known <= page.Lines.Length
            && page.Lines.Take(known)
                .Zip(before.Leaves)
                .All(pair => pair.First.Leaf.AsSpan().SequenceEqual(pair.Second));
        var state = goesOn ? before : RecordState.Empty;
        foreach (var (entry, _) in page.Lines.Skip(state.Leaves.Count))
        {
            (state, var rejection) = RecordRules.Accept(
                state,
                EntryCodec.Read(entry) ?? throw new InvalidDataException("An entry of the record can't be read.")
            );
            if (rejection is not null)
            {
                throw new InvalidDataException($"The record holds an entry that isn't allowed: {rejection.Code}.");
            }
        }

        return state;
    }

    /// <summary>Signs the drafted notice when it holds this holder's own keys.</summary>
    private async Task SignNoticeAsync(List<string> done, CancellationToken cancellation)
    {
        if (await tender.DraftAsync(cancellation) is not { } draft)
        {
            return;
        }

        var own = draft.HolderOf(keys.Role);
        if (
            draft.Tender != keys.Tender
            || !own.SigningPoint.AsSpan().SequenceEqual(keys.Signing.Point)
            || !own.ContentPoint.AsSpan().SequenceEqual(keys.Content.Point)
            || !own.IdentityPoint.AsSpan().SequenceEqual(keys.Identity.Point)
            || !own.DummyCommitment.AsSpan().SequenceEqual(DummyPlan.CommitmentTo(keys.DummySeed))
        )
        {
            throw new InvalidDataException("The draft of the notice doesn't name the keys of this holder.");
        }

        var said = new NoticePublished(DateTimeOffset.UnixEpoch, NoticeCodec.Write(draft), []);
        var signature = keys.Signing.Sign(EntryCodec.ToSign(draft.Hash, null, said));
        await DoneAsync(
            done,
            "notice signed",
            tender.SayAsync(said with { Signatures = [new HolderSignature(keys.Role, signature)] }, cancellation)
        );
    }

    private async Task BeforeDeadlineAsync(
        Notice notice,
        RecordPage page,
        DateTimeOffset now,
        List<string> done,
        CancellationToken cancellation
    )
    {
        done.AddRange(await dummies.SendDueAsync(notice, page, now, cancellation));
        if (keys.Role == HolderRole.Notary)
        {
            await StampAsync(notice, now, done, cancellation);
        }

        if (!hasWritten)
        {
            await draw.SendDrawSeedAsync(notice, done, cancellation);
            hasWritten = true;
        }

        await draw.CommitPoolAsync(notice, page, now, done, cancellation);
        page = await tender.RecordAsync(cancellation);
        var last = page.Lines.Length - 1;
        var isNew = page.Lines[last].Entry is not { } bytes || EntryCodec.Read(bytes) is not Checkpoint;
        if (isNew || now >= notice.Deadline)
        {
            await CosignAsync(notice, page, now, done, cancellation);
        }
    }

    /// <summary>独立盖时间戳: the notary's own clock, on ids that it sees for the first time.</summary>
    private async Task StampAsync(Notice notice, DateTimeOffset now, List<string> done, CancellationToken cancellation)
    {
        foreach (var id in await tender.AskAsync(keys, HolderQuestion.Stamps, now, cancellation))
        {
            var stamp = new StampBody(id, now, keys.Signing.Sign(EntryCodec.StampToSign(notice.Hash, id, now)));
            await DoneAsync(
                done,
                "stamped",
                tender.TellAsync(keys.Say(HolderSubject.Stamp, stamp.Write()), cancellation)
            );
        }
    }

    private async Task CosignAsync(
        Notice notice,
        RecordPage page,
        DateTimeOffset now,
        List<string> done,
        CancellationToken cancellation
    )
    {
        var root = PieceTree.RootOf(page.Lines.Select(line => line.Leaf));
        var size = page.Lines.Length;
        var signature = keys.Signing.Sign(EntryCodec.CosignatureToSign(notice.Hash, size, root, now));
        var said = new Checkpoint(DateTimeOffset.UnixEpoch, size, root, [new Cosignature(keys.Role, now, signature)]);
        // The tree may have grown meanwhile: then the next step cosigns the newer one.
        if (await tender.SayAsync(said, cancellation) is null)
        {
            done.Add("checkpoint cosigned");
        }
    }

    internal static async Task DoneAsync(List<string> done, string what, Task<string?> saying)
    {
        var refusal = await saying;
        done.Add(refusal is null ? what : $"{what}: refused, {refusal}");
    }
}
