using System.Collections.Immutable;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>The draw and the scores: commitments first, sight afterwards.</summary>
public static partial class RecordRules
{
    /// <summary>招标投标法 37: five or more, an odd number.</summary>
    private const int FewestMembers = 5;

    private static (RecordState, Rejection?) Evaluate(RecordState state, RecordEntry entry)
    {
        var before = state.Evaluation;
        var (after, rejection) = entry switch
        {
            PoolCommitted pool => Said(state, pool, pool.Signature, CanCommitPool(state), before with { Pool = pool }),
            ExpertsExcluded excluded => Said(
                state,
                excluded,
                excluded.Signature,
                state.Phase == RecordPhase.Opened && before is { Pool: not null, Exclusions: null },
                before with
                {
                    Exclusions = excluded,
                }
            ),
            PublicValueFixed value => Said(
                state,
                value,
                value.Signature,
                before is { Exclusions: not null, PublicValue: null },
                before with
                {
                    PublicValue = value,
                }
            ),
            ExpertsDrawn drawn => Said(
                state,
                drawn,
                drawn.Signature,
                before is { PublicValue: not null, Committee: null } && IsCommittee(drawn),
                before with
                {
                    Committee = drawn,
                }
            ),
            ScoreCommitted committed => Commit(before, committed),
            ScoreOpened opened => OpenSheet(state, opened),
            LotRanked ranked => When(
                before.Committee is not null
                    && before.Sheets.Count == before.Committee.Members.Length
                    && state.PassedLots.Contains(ranked.Lot)
                    && !before.Rankings.ContainsKey(ranked.Lot),
                before with
                {
                    Rankings = before.Rankings.SetItem(ranked.Lot, ranked),
                }
            ),
            DrawOpened draw => OpenDraw(state, draw),
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "An entry without a rule."),
        };
        return (state with { Evaluation = after }, rejection);
    }

    private static bool CanCommitPool(RecordState state) =>
        state is { Phase: RecordPhase.Sealing, Evaluation.Pool: null };

    private static bool IsCommittee(ExpertsDrawn drawn) =>
        drawn.Members.Length >= FewestMembers
        && drawn.Members.Length % 2 == 1
        && drawn.Members.Concat(drawn.Refused).Distinct().Count() == drawn.Members.Length + drawn.Refused.Length;

    private static (EvaluationState, Rejection?) Commit(EvaluationState before, ScoreCommitted committed)
    {
        var versions = before.Commitments.GetValueOrDefault(committed.Expert, []);
        return When(
            before.Committee is { } committee
                && committed.Expert < committee.Members.Length
                && before.Sheets.IsEmpty
                && committed.Version == versions.Length + 1,
            before with
            {
                Commitments = before.Commitments.SetItem(committed.Expert, versions.Add(committed.Commitment)),
            }
        );
    }

    /// <summary>Nobody's sheet is opened before everybody has committed; it is the last version, and the committed one.</summary>
    private static (EvaluationState, Rejection?) OpenSheet(RecordState state, ScoreOpened opened)
    {
        var before = state.Evaluation;
        if (
            before.Committee is not { } committee
            || before.Commitments.Count < committee.Members.Length
            || before.Sheets.ContainsKey(opened.Expert)
            || !before.Commitments.TryGetValue(opened.Expert, out var versions)
            || opened.Version != versions.Length
        )
        {
            return (before, Rejection.Of("sealing.out-of-order"));
        }

        var previous = versions.Length > 1 ? versions[^2] : new byte[versions[^1].Length];
        var commitment = ScoreSheet.CommitmentTo(
            state.NoticeHash,
            opened.Expert,
            opened.Version,
            previous,
            opened.Salt,
            opened.Sheet
        );
        return commitment.AsSpan().SequenceEqual(versions[^1]) && ScoreSheet.Read(opened.Sheet) is not null
            ? (before with { Sheets = before.Sheets.Add(opened.Expert, opened) }, null)
            : (before, Rejection.Of("sealing.commitment"));
    }

    /// <summary>The seeds are the committed ones, and the committee is who they draw: the first of the order who didn't refuse.</summary>
    private static (EvaluationState, Rejection?) OpenDraw(RecordState state, DrawOpened draw)
    {
        var before = state.Evaluation;
        if (before.Draw is not null || before.Committee is not { } committee || before.Rankings.IsEmpty)
        {
            return (before, Rejection.Of("sealing.out-of-order"));
        }

        var pool = before.Pool!;
        if (
            !IsCommitted(HolderRole.Agency, draw.StationSeed, pool.StationCommitment)
            || !IsCommitted(HolderRole.Supervisor, draw.SupervisorSeed, pool.SupervisorCommitment)
        )
        {
            return (before, Rejection.Of("sealing.commitment"));
        }

        var order = ExpertDraw.Order(
            pool.Leaves,
            before.Exclusions!.Indexes,
            before.PublicValue!.Value,
            draw.StationSeed,
            draw.SupervisorSeed
        );
        var asked = order.Take(committee.Members.Length + committee.Refused.Length).ToImmutableArray();
        return asked.Where(index => !committee.Refused.Contains(index)).SequenceEqual(committee.Members)
            ? (before with { Draw = draw }, null)
            : (before, Rejection.Of("sealing.draw"));
    }

    private static bool IsCommitted(HolderRole role, byte[] seed, byte[] commitment) =>
        ExpertDraw.CommitmentTo(role, seed).AsSpan().SequenceEqual(commitment);

    private static (EvaluationState, Rejection?) When(bool may, EvaluationState after) =>
        may ? (after, null) : (after, Rejection.Of("sealing.out-of-order"));

    /// <summary>What the supervisor says of the draw.</summary>
    private static (EvaluationState, Rejection?) Said(
        RecordState state,
        RecordEntry entry,
        byte[] signature,
        bool may,
        EvaluationState after
    ) =>
        !may ? (after, Rejection.Of("sealing.out-of-order"))
        : IsSaidBy(state, HolderRole.Supervisor, entry, signature) ? (after, null)
        : (after, Rejection.Of("sealing.signature"));
}
