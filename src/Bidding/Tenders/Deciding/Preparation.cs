using System.Globalization;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Tenders.Deciding;

/// <summary>申报、选代理、编文件、四方密钥、公告.</summary>
internal static class Preparation
{
    private const int FullPoints = 100;
    private const int MostLots = 16;

    public static TenderDecision Declare(DeclareTender declare, TenderContext context)
    {
        var said = declare.Declaration;
        if (!context.Actor.IsIn("tenderer@" + said.Tenderer))
        {
            return Rejection.Of("tender.not-yours");
        }

        if (string.IsNullOrWhiteSpace(said.Title) || string.IsNullOrWhiteSpace(said.Approval))
        {
            return Rejection.Of("tender.declaration-incomplete");
        }

        if (said.Estimate <= 0)
        {
            return Rejection.Of("tender.estimate");
        }

        if (said.Lots.IsEmpty || said.Lots.Length > MostLots || said.Lots.Any(string.IsNullOrWhiteSpace))
        {
            return Rejection.Of("tender.lots", ("most", MostLots.ToString(CultureInfo.InvariantCulture)));
        }

        var number = string.Create(CultureInfo.InvariantCulture, $"QYZB-{context.Today.Year}-{declare.Sequence:0000}");
        return new TenderDeclared(context.Now, declare.Key, declare.Record, number, said, context.Actor.Id);
    }

    public static TenderDecision Choose(TenderState state, ChooseAgency choose, TenderContext context)
    {
        var choice = choose.Choice;
        if (state.Stage != TenderStage.Declared)
        {
            return Rejection.Of("tender.out-of-order");
        }

        if (string.IsNullOrWhiteSpace(choice.Reason))
        {
            return Rejection.Of("tender.reason-missing");
        }

        if (choice.Manner == AgencyManner.Draw)
        {
            if (choice.Candidates.Length < 3 || string.IsNullOrWhiteSpace(choice.PublicValue))
            {
                return Rejection.Of("tender.draw-candidates");
            }

            if (AgencyDraw.Of(state.Number, choice.Candidates, choice.PublicValue)[0] != choice.Agency)
            {
                return Rejection.Of("tender.draw-other");
            }
        }

        return new AgencyChosen(context.Now, choice, context.Actor.Id);
    }

    public static TenderDecision Compile(TenderState state, CompileFile compile, TenderContext context)
    {
        var file = compile.File;
        if (state.Stage is not (TenderStage.Compiling or TenderStage.Keying))
        {
            return Rejection.Of("tender.out-of-order");
        }

        if (!context.Actor.IsIn("agency@" + state.Choice!.Agency))
        {
            return Rejection.Of("tender.not-yours");
        }

        if (file.Documents.IsEmpty)
        {
            return Rejection.Of("tender.documents-missing");
        }

        if (
            file.Criteria.IsEmpty
            || file.Criteria.Any(each => each.Points < 1 || string.IsNullOrWhiteSpace(each.Name))
            || file.PriceWeight < 1
            || file.PriceWeight + file.Criteria.Sum(each => each.Points) != FullPoints
        )
        {
            return Rejection.Of("tender.points-not-100");
        }

        if (file.Ceiling <= 0 || file.Ceiling > state.Declaration.Estimate)
        {
            return Rejection.Of("tender.ceiling");
        }

        var share = context.Rules["deposit-share"];
        if (file.Deposit < 0 || file.Deposit * 100 > state.Declaration.Estimate * share.Amount)
        {
            return Rejection.Of("tender.deposit", ("article", share.Article));
        }

        return TooEarly(state.Declaration.Kind, file.Deadline, context) is { } early
            ? early
            : new FileCompiled(context.Now, file, context.Actor.Id);
    }

    /// <summary>A holder enrols until the notice is signed; the keys of the four are pinned by it.</summary>
    public static TenderDecision Enrol(TenderState state, EnrolHolder enrol, TenderContext context)
    {
        if (state.Stage != TenderStage.Keying)
        {
            return Rejection.Of("tender.out-of-order");
        }

        return state.Holders.ContainsKey(enrol.Holder.Role)
            ? Rejection.Of("tender.holder-enrolled")
            : new HolderEnrolled(context.Now, enrol.Holder, enrol.DrawCommitment);
    }

    public static TenderDecision Issue(TenderState state, IssueNotice issue, TenderContext context)
    {
        if (state.Stage != TenderStage.Keying || state.File is null)
        {
            return Rejection.Of("tender.out-of-order");
        }

        return TooEarly(state.Declaration.Kind, issue.Notice.Deadline, context) is { } early
            ? early
            : new NoticeIssued(context.Now, issue.Notice.Hash, issue.Notice.Deadline);
    }

    private static Rejection? TooEarly(TenderKind kind, DateTimeOffset deadline, TenderContext context)
    {
        var earliest = TenderCalendar.EarliestDeadline(context.Rules, context.Calendar, kind, context.Today);
        return CivilTime.DateOf(deadline) < earliest.Day
            ? Rejection.Of(
                "tender.deadline-early",
                ("day", earliest.Day.ToString("O", CultureInfo.InvariantCulture)),
                ("article", earliest.Rule.Article)
            )
            : null;
    }
}
