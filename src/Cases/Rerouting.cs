using Approvals.Cases.Events;

namespace Approvals.Cases;

/// <summary>What extensions, changes of type, returns, undertakings and the end of a licence do to the state of a case; part of <see cref="CaseEvolution"/>.</summary>
internal static class Rerouting
{
    public static CaseState Evolve(CaseState state, CaseEvent happened) =>
        happened switch
        {
            ExtensionRequested requested => state with { Stage = CaseStage.Extending, Extension = requested },
            ExtensionGranted granted => CaseEvolution.WithNumber(state, NoticeKind.Extension, granted.NoticeNumber) with
            {
                Stage = CaseStage.Reviewing,
                ExtendedDays = granted.Days,
            },
            ExtensionDeclined => state with { Stage = CaseStage.Reviewing },
            CaseTypeChanged changed => CaseEvolution.WithNumber(state, NoticeKind.TypeChange, changed.NoticeNumber) with
            {
                Type = changed.To,
                PromisedDays = changed.PromisedDays,
                Asked = [.. changed.Departments],
                // Papers may follow in a green channel only.
                Owed = changed.To == CaseType.GreenChannel ? state.Owed : [],
            },
            CaseReturned returned => CaseEvolution.WithNumber(state, NoticeKind.Return, returned.NoticeNumber) with
            {
                Type = CaseType.Returned,
                Stage = CaseStage.Returned,
                Return = returned,
            },
            PapersHandedBack back => CaseEvolution.WithNumber(state, NoticeKind.ReturnReceipt, back.NoticeNumber) with
            {
                HandedBack = back,
            },
            PapersPromised promised => CaseEvolution.WithNumber(
                state,
                NoticeKind.Undertaking,
                promised.NoticeNumber
            ) with
            {
                Owed = [.. promised.Papers],
            },
            PapersSupplied supplied => Supply(state, supplied),
            LicenceWithdrawn withdrawn => CaseEvolution.WithNumber(
                state,
                NoticeKind.LicenceWithdrawal,
                withdrawn.NoticeNumber
            ) with
            {
                LicenceEnding = withdrawn.Ending,
            },
            LicenceReplaced => state with { LicenceEnding = LicenceEnding.Replaced },
            PapersAwaited => state with { Stage = CaseStage.Supplying },
            UndertakingBroken => state with { Stage = CaseStage.Reviewing, Review = null },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };

    /// <summary>With the last paper the review goes on, so that somebody looks at what came.</summary>
    private static CaseState Supply(CaseState state, PapersSupplied supplied)
    {
        var given = supplied.Documents.Select(document => document.Material).ToHashSet(StringComparer.Ordinal);
        var owed = state.Owed.RemoveAll(paper => given.Contains(paper.Material));
        var isBack = supplied.IsComplete && state.Stage == CaseStage.Supplying;
        return state with
        {
            Owed = owed,
            Documents = CaseEvolution.Replace(state.Documents, supplied.Documents),
            Stage = isBack ? CaseStage.Reviewing : state.Stage,
            Review = isBack ? null : state.Review,
        };
    }
}
