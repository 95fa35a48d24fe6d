using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>先办后补 in a green channel: papers that follow by a day, and what becomes of a case without them.</summary>
internal static class Undertakings
{
    private const int LongestDays = 30;

    /// <summary>
    /// Materials of the item, each once and by a later day within 30: <c>case.owed-type</c>, <c>case.unlisted-material</c>, <c>case.owed-double</c>,
    /// <c>case.owed-day</c>.
    /// </summary>
    public static Rejection? Check(CaseState state, IReadOnlyList<OwedPaper> owed, CaseContext context)
    {
        if (owed.Count > 0 && state.Type != CaseType.GreenChannel)
        {
            return Rejection.Of("case.owed-type");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paper in owed)
        {
            if (context.Item.Item.Materials.All(material => material.Name != paper.Material))
            {
                return Rejection.Of("case.unlisted-material", ("material", paper.Material));
            }

            if (!seen.Add(paper.Material))
            {
                return Rejection.Of("case.owed-double", ("material", paper.Material));
            }

            if (paper.DueOn <= context.Today || paper.DueOn > context.Today.AddDays(LongestDays))
            {
                return Rejection.Of("case.owed-day", ("material", paper.Material));
            }
        }

        return null;
    }

    /// <summary>What is missing of what the item requires must be owed: nothing is forgotten silently.</summary>
    public static Rejection? Complete(CaseState state, IReadOnlyList<OwedPaper> owed, CaseContext context)
    {
        var missing = context.Item.Item.Materials.FirstOrDefault(material =>
            material is { Required: true, FilledOnline: false }
            && state.Documents.TrueForAll(document => document.Material != material.Name)
            && owed.All(paper => paper.Material != material.Name)
        );
        return missing is null ? null : Rejection.Of("case.owed-missing", ("material", missing.Name));
    }

    public static Decision Decide(CaseState state, SupplyPapers command, CaseContext context)
    {
        var rejection =
            Guard.Owner(state, context)
            ?? (state.Stage.IsUndecided() && state.Owed.Count > 0 ? null : Rejection.Of("case.nothing-owed"))
            ?? (command.Documents.Count > 0 ? null : Rejection.Of("case.papers-missing"))
            ?? Files.Check(context.Item.Item, command.Documents);
        var other = command.Documents.FirstOrDefault(document =>
            state.Owed.TrueForAll(owed => owed.Material != document.Material)
        );
        return rejection is not null ? rejection
            : other is not null ? Rejection.Of("case.paper-not-owed", ("material", other.Material))
            : new PapersSupplied(
                context.Now,
                context.Actor.Id,
                command.Documents,
                state.Owed.TrueForAll(owed => command.Documents.Any(document => document.Material == owed.Material))
            );
    }

    /// <summary>Who opposes needs no papers; to go on to the decision all of them must be there, and none be late.</summary>
    public static Decision Reviewed(CaseState state, CaseReviewed reviewed, CaseContext context)
    {
        if (state.Owed.Count == 0 || reviewed.Recommendation != Recommendation.Grant)
        {
            return reviewed;
        }

        var last = state.Owed.Max(owed => owed.DueOn);
        return last < context.Today
            ? Rejection.Of("case.undertaking-broken")
            : Decision.Of(reviewed, new PapersAwaited(context.Now, last));
    }

    public static Decision Break(CaseState state, CaseContext context)
    {
        var rejection = Guard.System(context) ?? Guard.Stage(state, CaseStage.Supplying);
        return rejection is null
            ? new UndertakingBroken(context.Now, [.. state.Owed.Select(owed => owed.Material)])
            : rejection;
    }
}
