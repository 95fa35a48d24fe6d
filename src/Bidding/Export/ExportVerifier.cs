using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Export;

/// <summary>
/// Proves an export again: that the record could have come about so, that the set is the fold of its leaves, every verdict, the names
/// that were counted, the draw, the scores, the ranking. A pure function of the file: no clock, no network, no key.
/// </summary>
public static class ExportVerifier
{
    public static ExportVerification Verify(ReadOnlySpan<byte> file)
    {
        if (ExportCodec.Read(file) is not { } export)
        {
            return new(null, null, [new("file", false, "These bytes are no export of a tender.")]);
        }

        var checks = new List<ExportCheck>();
        var state = Fold(export, checks);
        if (state.Notice is not { } notice)
        {
            checks.Add(new("file", false, "The record has no notice that could say who signs."));
            return new(null, state.Phase.ToString(), checks);
        }

        checks.Insert(0, Signatures(export, notice));
        if (state.Set is { } set)
        {
            var isFrozen = state.SetRoot is null || state.SetRoot.AsSpan().SequenceEqual(set.Root);
            checks.Add(
                new("set", isFrozen, $"{set.Accepted.Length} envelopes at the deadline, {set.All.Length} submissions.")
            );
        }

        if (state.Phase == RecordPhase.Opened)
        {
            Opening(export, state, checks);
        }

        return new(notice.Tender, state.Phase.ToString(), checks);
    }

    private static RecordState Fold(TenderExport export, List<ExportCheck> checks)
    {
        var state = RecordState.Empty;
        for (var at = 0; at < export.Entries.Length; at++)
        {
            if (
                EntryCodec.Read(export.Entries[at]) is not { } entry
                || !EntryCodec.Write(entry).AsSpan().SequenceEqual(export.Entries[at])
            )
            {
                checks.Add(new("record", false, $"Entry {at} can't be read."));
                return state;
            }

            (state, var rejection) = RecordRules.Accept(state, entry);
            if (rejection is not null)
            {
                checks.Add(new("record", false, $"Entry {at}, {entry.GetType().Name}, is refused: {rejection.Code}."));
                return state;
            }
        }

        checks.Add(new("record", true, $"{export.Entries.Length} entries, each allowed in its place."));
        return state;
    }

    internal static ExportCheck Signatures(TenderExport export, Notice notice)
    {
        var data = export.ToSign();
        var roles = export.Signatures.Select(each => each.Role).Order().ToArray();
        var isSigned =
            roles.AsSpan().SequenceEqual([HolderRole.Supervisor, HolderRole.Notary])
            && export.Signatures.All(each =>
                SealKey.Verifies(notice.HolderOf(each.Role).SigningPoint, data, each.Signature)
            );
        return new(
            "file",
            isSigned,
            isSigned ? "Signed by supervisor and notary." : "The signatures don't fit the file."
        );
    }

    private static void Opening(TenderExport export, RecordState state, List<ExportCheck> checks)
    {
        var bids = new Dictionary<string, ExportedBid>(StringComparer.Ordinal);
        foreach (var bid in export.Bids)
        {
            bids.TryAdd(Convert.ToHexStringLower(bid.SlotPoint), bid);
        }

        var evidence = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var bid in state.Bids)
        {
            evidence[bid.Slot] = bids.TryGetValue(bid.Slot, out var exported)
                ? EvidenceReading.Read(state.Notice!, bid, exported, faults)
                : new Evidence();
        }

        faults.AddRange(
            bids.Keys.Except(state.Bids.Select(bid => bid.Slot)).Select(slot => $"{Short(slot)} is no bid.")
        );
        checks.Add(Result("envelopes", faults, $"{bids.Count} envelopes fit the record."));
        var found = Identification.Of(
            state.Notice!,
            [.. state.Bids],
            evidence
                .Where(pair => pair.Value.Header is not null)
                .ToDictionary(
                    pair => Convert.ToHexStringLower(pair.Value.Header!.Id),
                    pair => pair.Value.Header!,
                    StringComparer.Ordinal
                ),
            evidence
                .Where(pair => pair.Value.IdentitySecret is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Value.IdentitySecret!, StringComparer.Ordinal)
        );
        checks.Add(Names(export, state, found));
        checks.Add(Verdicts(export, state, evidence, found));
        checks.AddRange(EvaluationChecks.Of(export, state, evidence, found));
    }

    private static ExportCheck Names(TenderExport export, RecordState state, Identification found)
    {
        var finding = state.Findings[HolderRole.Notary];
        var isSame =
            found.Bidders.SequenceEqual(finding.Bidders)
            && found.NamesHash(export.NamesSalt).AsSpan().SequenceEqual(finding.NamesHash);
        return new(
            "names",
            isSame,
            isSame
                ? $"Bidders by lot: {string.Join(", ", found.Bidders)}."
                : "The names aren't those that supervisor and notary signed."
        );
    }

    private static ExportCheck Verdicts(
        TenderExport export,
        RecordState state,
        Dictionary<string, Evidence> evidence,
        Identification found
    )
    {
        var faults = new List<string>();
        var published = new Dictionary<string, PublishedVerdict>(StringComparer.Ordinal);
        foreach (var verdict in export.Verdicts)
        {
            published.TryAdd(Convert.ToHexStringLower(verdict.SlotPoint), verdict);
        }

        foreach (var bid in state.Bids)
        {
            var known = evidence[bid.Slot];
            var verdict = Judge.Of(
                state,
                bid,
                known,
                found.Superseded.Contains(bid.Slot),
                section => IsShown(export, known, section)
            );
            var lots = verdict.Lots.IsDefault ? [] : verdict.Lots;
            if (
                !published.Remove(bid.Slot, out var said)
                || said.Kind != verdict.Kind
                || !said.Lots.SequenceEqual(lots)
            )
            {
                faults.Add($"{Short(bid.Slot)} is {verdict.Kind}, published as {said?.Kind.ToString() ?? "nothing"}.");
            }
        }

        faults.AddRange(published.Keys.Select(slot => $"{Short(slot)} has a verdict and is no bid."));
        return Result("opening", faults, $"{export.Verdicts.Length} verdicts are as published.");
    }

    /// <summary>In public what is read out, and a section whose secret was published because it proves a malformed bid.</summary>
    private static bool IsShown(TenderExport export, Evidence evidence, SectionId section) =>
        export.Audience == ExportAudience.Audit
        || section.Kind == SectionKind.Open
        || evidence.Secrets.ContainsKey(section);

    internal static ExportCheck Result(string check, List<string> faults, string good) =>
        faults.Count == 0 ? new(check, true, good) : new(check, false, string.Join(' ', faults));

    internal static string Short(string slot) => slot[2..14];
}
