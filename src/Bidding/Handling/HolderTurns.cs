using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Bidding.Tenders;
using Approvals.Credentials.Draws;
using Approvals.Credentials.Sealing;
using Approvals.Kernel;
using Approvals.Kernel.Turns;

namespace Approvals.Bidding.Handling;

/// <summary>What holders and bidders say as turns. The signature says who speaks; what a word leads to happens in the same turn.</summary>
public sealed class HolderTurns(TenderStore tenders, TenderRecords records, TenderProcess process)
{
    private readonly HolderWords words = new(records);

    /// <summary>密钥仪式: a holder pins its keys. Who may enrol for a role the caller has checked.</summary>
    public TurnAnswer Enrol(TurnScope scope, TenderState tender, HolderEnrolment enrolment)
    {
        if (!enrolment.IsGood(tender.Number) || tender.NameOf(enrolment.Role) is not { } name)
        {
            return Rejection.Of("sealing.signature");
        }

        var command = new EnrolHolder(enrolment.ToHolder(name), enrolment.DrawCommitment);
        return After(scope, tender.Key, tenders.Execute(scope, tender.Key, command).Rejection);
    }

    /// <summary>An entry of the record, or one holder's part of it; the platform's clock replaces its instant.</summary>
    /// <param name="draft">The notice that the four are to sign.</param>
    public TurnAnswer Say(TurnScope scope, TenderState tender, RecordEntry said, Notice? draft)
    {
        Rejection? rejection = said switch
        {
            NoticePublished published => Publish(scope, tender, published, draft),
            Checkpoint point => words.Cosign(scope, tender, point),
            SetFrozen frozen => words.Freeze(scope, tender, frozen),
            // What the platform alone says, and what comes by another way.
            Submission
            or SecretsReleased
            or BidsCounted
            or TenderOpened
            or TenderFailed
            or ScoreCommitted
            or ScoreOpened
            or LotRanked => Rejection.Of("sealing.out-of-order"),
            _ => records.Append(scope, tender.Record, said with { At = scope.Now }),
        };
        return After(scope, tender.Key, rejection);
    }

    /// <summary>A message outside the record; <paramref name="exportDigest"/> is what a signature under the export is over.</summary>
    public TurnAnswer Hear(TurnScope scope, TenderState tender, HolderMessage message, byte[]? exportDigest)
    {
        if (!tender.Holders.TryGetValue(message.Role, out var holder) || !message.IsSaidBy(tender.Number, holder))
        {
            return Rejection.Of("sealing.signature");
        }

        var record = records.InTurn(scope, tender.Record);
        Rejection? rejection = message.Subject switch
        {
            HolderSubject.Stamp when message.Role == HolderRole.Notary => Stamp(scope, tender, message),
            HolderSubject.Letter => Keep(scope, tender, message),
            HolderSubject.Identities when message.Role is HolderRole.Supervisor or HolderRole.Notary => Identify(
                scope,
                tender,
                record,
                message
            ),
            HolderSubject.Committee when message.Role == HolderRole.Supervisor => Seat(scope, tender, record, message),
            HolderSubject.Export when message.Role is HolderRole.Supervisor or HolderRole.Notary => Sign(
                scope,
                tender,
                holder,
                message,
                exportDigest
            ),
            _ => Rejection.Of("sealing.out-of-order"),
        };
        return After(scope, tender.Key, rejection);
    }

    /// <summary>解锁甲: the secrets must be the committed ones of the accepted envelope.</summary>
    public TurnAnswer Release(TurnScope scope, TenderState tender, SecretsRelease release)
    {
        var record = records.InTurn(scope, tender.Record);
        var slot = Convert.ToHexStringLower(release.SlotPoint);
        if (
            record.Bids.FirstOrDefault(bid => bid.Slot == slot) is not { } bid
            || SealedStore.FindEnvelope(scope.Session, tender.Key, bid.EnvelopeId)?.Header is not { } bytes
            || EnvelopeHeader.Read(record.Notice!, bytes) is not { } header
        )
        {
            return Rejection.Of("sealing.out-of-order");
        }

        foreach (var (section, secret) in release.Secrets)
        {
            if (
                section.Lot >= record.Notice!.Lots
                || !SealedSecret
                    .CommitSection(header.Base, section, secret)
                    .AsSpan()
                    .SequenceEqual(header.CommitmentOf(section))
            )
            {
                return Rejection.Of("sealing.commitment");
            }

            SealedStore.AddSecret(scope.Session, tender.Key, slot, section, secret);
        }

        return After(scope, tender.Key, records.Append(scope, tender.Record, release.Entry(scope.Now)));
    }

    private Rejection? Publish(TurnScope scope, TenderState tender, NoticePublished said, Notice? draft)
    {
        if (tender.Stage != TenderStage.Keying || tender.Holders.Count < Enum.GetValues<HolderRole>().Length)
        {
            return Rejection.Of("tender.out-of-order");
        }

        if (draft is null || !NoticeCodec.Write(draft).AsSpan().SequenceEqual(said.Notice))
        {
            return Rejection.Of("sealing.notice-other");
        }

        var (whole, rejection) = HolderWords.Sign(scope, tender, draft, said);
        if (whole is null)
        {
            return rejection;
        }

        return tenders.Execute(scope, tender.Key, new IssueNotice(draft)).Rejection
            ?? records.Append(scope, tender.Record, whole);
    }

    private Rejection? Stamp(TurnScope scope, TenderState tender, HolderMessage message)
    {
        if (
            StampBody.Read(message.Body) is not { } stamp
            || SealedStore.FindEnvelope(scope.Session, tender.Key, stamp.EnvelopeId)
                is not { Entry: null, Signature: { } signature } attempt
        )
        {
            return Rejection.Of("sealing.out-of-order");
        }

        var entry = new Submission(
            scope.Now,
            attempt.Kind,
            attempt.Slot,
            attempt.Sequence,
            stamp.EnvelopeId,
            signature,
            stamp.At,
            stamp.Signature
        );
        if (records.Append(scope, tender.Record, entry) is { } rejection)
        {
            return rejection;
        }

        var index = records.InTurn(scope, tender.Record).Leaves.Count - 1;
        SealedStore.SetEntry(scope.Session, tender.Key, attempt, index);
        return null;
    }

    private static Rejection? Keep(TurnScope scope, TenderState tender, HolderMessage message)
    {
        if (LetterBody.Read(message.Body) is not { } letter)
        {
            return Rejection.Of("sealing.signature");
        }

        SealedStore.AddLetter(scope.Session, tender.Key, (int)letter.Kind, message.Role, letter.Reader, letter.Sealed);
        return null;
    }

    /// <summary>Proven against the commitments in the headers and against the list of names that both have signed.</summary>
    private static Rejection? Identify(TurnScope scope, TenderState tender, RecordState record, HolderMessage message)
    {
        if (record.Phase != RecordPhase.Opened || IdentitiesBody.Read(message.Body) is not { } body)
        {
            return Rejection.Of("sealing.out-of-order");
        }

        var headers = new Dictionary<string, EnvelopeHeader>(StringComparer.Ordinal);
        foreach (var bid in record.Bids)
        {
            if (
                SealedStore.FindEnvelope(scope.Session, tender.Key, bid.EnvelopeId)?.Header is { } bytes
                && EnvelopeHeader.Read(record.Notice!, bytes) is { } header
            )
            {
                headers[Convert.ToHexStringLower(bid.EnvelopeId)] = header;
            }
        }

        var secrets = body.Identities.ToDictionary(each => each.Slot, each => each.Secret, StringComparer.Ordinal);
        var found = Identification.Of(record.Notice!, [.. record.Bids], headers, secrets);
        if (!found.NamesHash(body.Salt).AsSpan().SequenceEqual(record.Findings.Values.First().NamesHash))
        {
            return Rejection.Of("sealing.commitment");
        }

        foreach (var slot in found.Sheets.Keys)
        {
            SealedStore.AddIdentity(scope.Session, tender.Key, slot, secrets[slot]);
        }

        SealedStore.SetNamesSalt(scope.Session, tender.Key, body.Salt);
        return null;
    }

    /// <summary>The members are the drawn leaves; the room shows the bids in an order that follows from their salts.</summary>
    private Rejection? Seat(TurnScope scope, TenderState tender, RecordState record, HolderMessage message)
    {
        if (
            record.Evaluation is not { Committee: { } drawn, Pool: { } pool }
            || CommitteeBody.Read(message.Body) is not { } body
            || body.Members.Length != drawn.Members.Length
        )
        {
            return Rejection.Of("sealing.out-of-order");
        }

        for (var at = 0; at < drawn.Members.Length; at++)
        {
            var (salt, person) = body.Members[at];
            if (!ExpertDraw.LeafOf(salt, person).AsSpan().SequenceEqual(pool.Leaves[drawn.Members[at]]))
            {
                return Rejection.Of("sealing.draw");
            }
        }

        var slots = tender
            .Opening!.Bids.Where(bid => bid.Verdict == VerdictKind.Opened)
            .Select(bid => bid.Slot)
            .ToList();
        var source = new HmacDrbg(SealHash.Hash("blind", [.. body.Members.Select(member => member.Salt)]));
        return tenders
            .Execute(
                scope,
                tender.Key,
                new SeatCommittee(
                    [.. body.Members.Select(member => member.Person)],
                    [.. FairOrder.Of(source, slots.Count).Select(place => slots[place])]
                )
            )
            .Rejection;
    }

    private static Rejection? Sign(
        TurnScope scope,
        TenderState tender,
        Holder holder,
        HolderMessage message,
        byte[]? digest
    )
    {
        if (digest is null)
        {
            return Rejection.Of("sealing.out-of-order");
        }

        if (!SealKey.Verifies(holder.SigningPoint, digest, message.Body))
        {
            return Rejection.Of("sealing.signature");
        }

        Exports.Sign(scope.Session, tender.Key, holder.Role, digest, message.Body);
        return null;
    }

    private TurnAnswer After(TurnScope scope, long key, Rejection? rejection)
    {
        if (rejection is not null)
        {
            return rejection;
        }

        process.Advance(scope, key);
        return TurnAnswer.Done();
    }
}
