using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Seeding;

/// <summary>The steps of the staff, as the script of the case has them.</summary>
internal sealed class SeedOffice(Platform platform, SeedCity city)
{
    private const string Remedies = "60 日内可以申请行政复议，或者 6 个月内提起行政诉讼";
    private static readonly int[] ProcedureDays = [3, 5, 7, 10, 15];

    public TurnAnswer Do(TurnScope scope, CaseScript script, SeedWait wait)
    {
        if (wait.Element == "settle" && !script.IsTakenUp)
        {
            return platform.CaseTurns.Claim(scope, wait.Key);
        }

        return platform.CaseTurns.CompleteTask(scope, wait.Key, Command(scope, script, wait));
    }

    /// <summary>What a correction is about: the last material that had to be handed in.</summary>
    public static string MaterialOf(Item item) =>
        item.Materials.Last(material => material is { Required: true, FilledOnline: false }).Name;

    private CaseCommand Command(TurnScope scope, CaseScript script, SeedWait wait)
    {
        var item = city.Items[script.ItemIndex];
        return wait.Element switch
        {
            "accept" when script.Outcome == SeedOutcome.Returned => new ReturnCase(
                ReturnGround.NotCompetent,
                "申请的活动不属于本事项的范围",
                "请到中心一楼总咨询台，由首问责任人引导到对口窗口"
            ),
            "hand_back" => new HandBackPapers(city.Applicants[script.Applicant].Details.Name),
            "accept" or "settle" when script.Outcome is SeedOutcome.NotAccepted or SeedOutcome.Returned =>
                new DeclineCase("不属于本机关职权范围", "请到有管辖权的机关办理，地址见中心一楼总咨询台"),
            "accept" or "settle" or "review" when script is { Corrects: true, IsCorrected: false } => Correct(item),
            "accept" when Owes(script, item) => new AcceptCase(Owed: [new OwedPaper(MaterialOf(item), LastDay(scope))]),
            "accept" => new AcceptCase(),
            "meeting" => Meeting(scope, script, item),
            "opinion" => new GiveOpinion("", true, "经审查，同意"),
            "review" when script is { Detours: true, HasDetoured: false } && Detour(scope, item) is { } detour =>
                detour,
            "special" => new EndSpecialProcedure("已完成，结论为合格"),
            "inspection" => new RecordInspection([new UnitFinding(item.Unit, "现场与申报一致，符合条件")], []),
            "review" when script.Outcome == SeedOutcome.Refused => new ReviewCase(
                Recommendation.Refuse,
                "不符合受理条件所列标准，建议不予许可"
            ),
            "review" => new ReviewCase(Recommendation.Grant, "材料齐全，符合条件，建议准予"),
            "decide" or "settle" when script.Outcome == SeedOutcome.Refused => new RefuseCase(
                ["不符合许可条件"],
                Remedies
            ),
            "decide" or "settle" => new ApproveCase("同意"),
            "verify" when script is { Check: not SeedCheck.Kept, IsDemanded: false } => new RequireRectification([
                "制度公示不全，请补充上墙",
            ]),
            "verify" when script.Check == SeedCheck.Broken => new RevokeCase(["整改后仍未达到承诺的条件"], Remedies),
            "verify" => new ConfirmCommitment("现场核查，承诺的条件已经具备"),
            _ => throw new InvalidOperationException($"The seeding knows no step {wait.Element}."),
        };
    }

    /// <summary>A special procedure that does not count in the limit, or for a joint case the inspection; null when the item has neither.</summary>
    private static CaseCommand? Detour(TurnScope scope, Item item)
    {
        if (item.CaseType == CaseType.Joint)
        {
            return new ArrangeInspection(scope.Now.AddDays(2), "项目现场", [item.Unit]);
        }

        return item.CaseType == CaseType.GreenChannel ? null
            : item.SpecialProcedures.FirstOrDefault(procedure => !procedure.CountsInLimit) is { } procedure
                ? new BeginSpecialProcedure(
                    procedure.Name,
                    ProcedureDays[(int)(scope.TurnId % ProcedureDays.Length)],
                    "依法需要" + procedure.Name
                )
            : null;
    }

    /// <summary>先办后补: the last paper of a green channel follows within the longest time there is.</summary>
    public static bool Owes(CaseScript script, Item item) =>
        item.CaseType == CaseType.GreenChannel
        && script is { Detours: true, Corrects: false, Pace: < 1 }
        && item.Materials.Any(material => material is { Required: true, FilledOnline: false });

    private static DateOnly LastDay(TurnScope scope) => CivilTime.DateOf(scope.Now).AddDays(30);

    private static RecordMeeting Meeting(TurnScope scope, CaseScript script, Item item) =>
        new(
            CivilTime.DateOf(scope.Now),
            "各单位同意按绿色通道办理，需要后补的材料由申请人书面承诺",
            [
                .. LoadedCase
                    .Find(scope.Session, script.Key)!
                    .State.Participants(item)
                    .Select(unit => new UnitVote(unit, Vote.For)),
            ]
        );

    private static RequestCorrection Correct(Item item)
    {
        var material = MaterialOf(item);
        return new RequestCorrection([
            new CorrectionPoint(
                CorrectionTarget.Material,
                material,
                material,
                CorrectionProblem.Wrong,
                "日期已过有效期，请换一份新的"
            ),
        ]);
    }
}
