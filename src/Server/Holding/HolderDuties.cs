using System.Security.Cryptography;
using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Sealing;

namespace Approvals.Server.Holding;

/// <summary>What a holder owes after the deadline, phase by phase.</summary>
internal sealed class HolderDuties(TenderClient tender, HolderKeys keys)
{
    private readonly HolderLetters letters = new(tender, keys);
    private static readonly DateTimeOffset Unset = DateTimeOffset.UnixEpoch;

    public async Task FulfilAsync(
        RecordState state,
        DateTimeOffset now,
        List<string> done,
        CancellationToken cancellation
    )
    {
        switch (state.Phase)
        {
            case RecordPhase.Frozen:
                var frozen = new SetFrozen(Unset, state.Set!.Root, []);
                var signature = keys.Signing.Sign(EntryCodec.ToSign(state.NoticeHash, null, frozen));
                await SayAsync(
                    "set signed",
                    frozen with
                    {
                        Signatures = [new HolderSignature(keys.Role, signature)],
                    },
                    done,
                    cancellation
                );
                break;
            case RecordPhase.Counted when !state.Seeds.ContainsKey(keys.Role):
                await SayAsync("seed revealed", new SeedRevealed(Unset, keys.Role, keys.DummySeed), done, cancellation);
                break;
            case RecordPhase.Identified:
                await IdentifyAsync(state, now, done, cancellation);
                break;
            case RecordPhase.Unlocking when !state.ContentKeys.ContainsKey(keys.Role) && IsTurn(state, now):
                await SayAsync(
                    "content key posted",
                    Signed(
                        state,
                        new ContentKeyPosted(Unset, keys.Role, keys.Content.Scalar, []),
                        (entry, signed) => entry with { Signature = signed }
                    ),
                    done,
                    cancellation
                );
                break;
            case RecordPhase.Opened:
                await AfterOpeningAsync(state, now, done, cancellation);
                break;
        }
    }

    private async Task IdentifyAsync(
        RecordState state,
        DateTimeOffset now,
        List<string> done,
        CancellationToken cancellation
    )
    {
        var notice = state.Notice!;
        if (!state.IdentityKeys.Contains(keys.Role))
        {
            await letters.SendAsync(
                notice,
                LetterKind.IdentityKey,
                HolderRole.Supervisor,
                keys.Identity.Scalar,
                done,
                cancellation
            );
            await letters.SendAsync(
                notice,
                LetterKind.IdentityKey,
                HolderRole.Notary,
                keys.Identity.Scalar,
                done,
                cancellation
            );
            var digest = SHA256.HashData(keys.Identity.Point);
            await SayAsync(
                "identity key delivered",
                Signed(
                    state,
                    new IdentityKeyDelivered(Unset, keys.Role, digest, []),
                    (entry, signed) => entry with { Signature = signed }
                ),
                done,
                cancellation
            );
            return;
        }

        if (
            keys.Role is HolderRole.Supervisor or HolderRole.Notary
            && !state.Findings.ContainsKey(keys.Role)
            && await FindAsync(state, now, cancellation) is { } found
        )
        {
            await SayAsync(
                "bidders identified",
                Signed(
                    state,
                    new LotsIdentified(Unset, keys.Role, found.Who.Bidders, found.Who.NamesHash(found.Salt), []),
                    (entry, signed) => entry with { Signature = signed }
                ),
                done,
                cancellation
            );
        }
    }

    private async Task AfterOpeningAsync(
        RecordState state,
        DateTimeOffset now,
        List<string> done,
        CancellationToken cancellation
    )
    {
        var (stage, job) = await tender.StandingAsync(cancellation);
        if (keys.Role is not (HolderRole.Supervisor or HolderRole.Notary))
        {
            return;
        }

        if (stage == "Registering" && keys.Role == HolderRole.Supervisor)
        {
            if (await FindAsync(state, now, cancellation) is { } found)
            {
                var body = new IdentitiesBody(found.Salt, [.. found.Secrets.Select(pair => (pair.Key, pair.Value))]);
                await HolderDaemon.DoneAsync(
                    done,
                    "identities given",
                    tender.TellAsync(keys.Say(HolderSubject.Identities, body.Write()), cancellation)
                );
            }

            return;
        }

        if (job != "tender.archive")
        {
            return;
        }

        if (state.Evaluation.Draw is null)
        {
            if (
                keys.Role == HolderRole.Supervisor
                && await letters.FindAsync(state.Notice!, LetterKind.DrawSeed, now, cancellation) is { } station
            )
            {
                await SayAsync("draw opened", new DrawOpened(Unset, station, keys.DrawSeed), done, cancellation);
            }

            return;
        }

        if (
            await tender.ExportAsync(cancellation) is not { } export
            || export.Signatures.Any(each => each.Role == keys.Role)
        )
        {
            return;
        }

        // Everything but the signatures that are being collected must prove itself before this holder adds its own.
        var checks = ExportVerifier.Verify(ExportCodec.Write(export)).Checks;
        if (checks.Any(check => !check.Passed && check.Check != "file"))
        {
            throw new InvalidDataException("The export doesn't prove itself; it isn't signed.");
        }

        await HolderDaemon.DoneAsync(
            done,
            "export signed",
            tender.TellAsync(keys.Say(HolderSubject.Export, keys.Signing.Sign(export.ToSign())), cancellation)
        );
    }

    /// <summary>identify(F, ik): the same for supervisor and notary, since it follows from the four keys alone.</summary>
    private async Task<(Identification Who, byte[] Salt, Dictionary<string, byte[]> Secrets)?> FindAsync(
        RecordState state,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var notice = state.Notice!;
        var identityKeys = new Dictionary<HolderRole, SealKey>();
        foreach (var block in await tender.AskAsync(keys, HolderQuestion.Letters, now, cancellation))
        {
            var letter = new LetterBody((LetterKind)block[0], keys.Role, block[2..]);
            var sender = (HolderRole)block[1];
            if (
                letter.Kind == LetterKind.IdentityKey
                && letter.Open(notice, sender, keys.Signing) is { } scalar
                && SealKey.FromScalar(scalar) is var key
                && key.Point.AsSpan().SequenceEqual(notice.HolderOf(sender).IdentityPoint)
            )
            {
                identityKeys[sender] = key;
            }
        }

        if (identityKeys.Count < notice.Holders.Length)
        {
            return null;
        }

        var headers = new Dictionary<string, EnvelopeHeader>(StringComparer.Ordinal);
        var secrets = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var bids = state.Bids.ToList();
        foreach (var bytes in await tender.AskAsync(keys, HolderQuestion.Headers, now, cancellation))
        {
            if (
                EnvelopeHeader.Read(notice, bytes) is { } header
                && bids.Find(bid => bid.EnvelopeId.AsSpan().SequenceEqual(header.Id)) is { } bid
            )
            {
                headers[Convert.ToHexStringLower(header.Id)] = header;
                if (Identification.SecretOf(header, identityKeys) is { } secret)
                {
                    secrets[bid.Slot] = secret;
                }
            }
        }

        var salt = SealHash.Hash(
            "names-salt",
            [state.SetRoot!, .. identityKeys.OrderBy(pair => pair.Key).Select(pair => pair.Value.Scalar)]
        );
        return (Identification.Of(notice, bids, headers, secrets), salt, secrets);
    }

    private T Signed<T>(RecordState state, T entry, Func<T, byte[], T> with)
        where T : RecordEntry =>
        with(entry, keys.Signing.Sign(EntryCodec.ToSign(state.NoticeHash, state.SetRoot, entry)));

    /// <summary>Tenderer and agency first; the others after both, or in the second half of the window.</summary>
    private bool IsTurn(RecordState state, DateTimeOffset now) =>
        keys.Role is HolderRole.Tenderer or HolderRole.Agency
        || (state.ContentKeys.ContainsKey(HolderRole.Tenderer) && state.ContentKeys.ContainsKey(HolderRole.Agency))
        || now >= state.Until.AddMinutes(-state.Notice!.Windows.Unlock / 2.0);

    private Task SayAsync(string what, RecordEntry entry, List<string> done, CancellationToken cancellation) =>
        HolderDaemon.DoneAsync(done, what, tender.SayAsync(entry, cancellation));
}
