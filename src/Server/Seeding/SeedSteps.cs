using System.Text;
using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Seeding;

/// <summary>
/// The steps of a seeded case as the turns that people would send: each looks at what the case waits for and does it. A step that is refused is a
/// fault of the seeding and throws.
/// </summary>
internal sealed class SeedSteps(Platform platform, SeedCity city, SeedPapers papers)
{
    private static readonly byte[] Scan = Encoding.UTF8.GetBytes("%PDF-1.4\n% 扫描件，接入前的档案不随案迁移\n");
    private static readonly SqlText OpenTask = new("SELECT key, element FROM user_task WHERE owner = ?1 AND state = 0");
    private static readonly SqlText ClosedAt = new("SELECT closed FROM case_row WHERE key = ?1");

    /// <summary>Submits the case; the answer is its key.</summary>
    public TurnAnswer Submit(TurnScope scope, CaseScript script)
    {
        var code = city.Items[script.ItemIndex].Code;
        var item = platform.Cases.Items.FindEffective(scope.Session, code, CivilTime.DateOf(scope.Now))!;
        var details = city.Applicants[script.Applicant].Details;
        var actor = scope.Actor.Id;
        var snapshot = Json(
            scope,
            "applicant.json",
            $$"""{"name":"{{details.Name}}","organisation":"{{details.Organisation}}"}"""
        );
        var applicant = details.Organisation is { } organisation
            ? Applicant.Organisation(actor, organisation, snapshot)
            : Applicant.Citizen(actor, details.Name, snapshot);
        return platform.CaseTurns.Submit(
            scope,
            item,
            new SubmitCase(
                Channel.Online,
                applicant,
                Json(scope, "form.json", Form(details)),
                [
                    .. item
                        .Item.Materials.Where(material => material is { Required: true, FilledOnline: false })
                        .Select(material => Upload(scope, material.Name)),
                ]
            )
        );
    }

    /// <summary>The next step of the case, whatever it waits for; what it answers with says what is next.</summary>
    public TurnAnswer Step(TurnScope scope, CaseScript script)
    {
        if (SeedPapers.FindJob(scope.Session, script.Key) is { } job)
        {
            return papers.Record(scope, job);
        }

        if (FindTask(scope.Session, script.Key) is not { } task)
        {
            return TurnAnswer.Done();
        }

        return task.Element switch
        {
            "accept" when script.Outcome == SeedOutcome.NotAccepted => Complete(
                scope,
                task.Key,
                new DeclineCase("不属于本机关职权范围", "请到有管辖权的机关办理，地址见中心一楼总咨询台")
            ),
            "accept" or "review" when script is { Corrects: true, IsCorrected: false } => Correct(
                scope,
                task.Key,
                script
            ),
            "accept" => Complete(scope, task.Key, new AcceptCase()),
            "review" => Complete(
                scope,
                task.Key,
                script.Outcome == SeedOutcome.Refused
                    ? new ReviewCase(Recommendation.Refuse, "不符合受理条件所列标准，建议不予许可")
                    : new ReviewCase(Recommendation.Grant, "材料齐全，符合条件，建议准予")
            ),
            "decide" => Complete(
                scope,
                task.Key,
                script.Outcome == SeedOutcome.Refused
                    ? new RefuseCase(["不符合许可条件"], "60 日内可以申请行政复议，或者 6 个月内提起行政诉讼")
                    : new ApproveCase("同意")
            ),
            "correct" or "supplement" => platform.CaseTurns.SubmitCorrection(
                scope,
                script.Key,
                new SubmitCorrection([Upload(scope, MaterialOf(script))])
            ),
            _ => throw new InvalidOperationException($"The seeding knows no step {task.Element}."),
        };
    }

    public TurnAnswer Withdraw(TurnScope scope, CaseScript script) => platform.CaseTurns.Withdraw(scope, script.Key);

    public TurnAnswer Rate(TurnScope scope, CaseScript script) =>
        platform.CaseTurns.Rate(scope, script.Key, new RateCase(script.Stars, script.Channel));

    /// <summary>Who does the next step, what it is, and whether the case is over.</summary>
    public SeedWait Wait(SqlSession session, CaseScript script)
    {
        if (session.QueryInteger(ClosedAt, script.Key) is not null)
        {
            return new SeedWait(SeedWaitKind.Over, ApplicantOf(script), null);
        }

        if (SeedPapers.FindJob(session, script.Key) is { } job)
        {
            return new SeedWait(SeedWaitKind.Paper, Actor.System("worker"), job);
        }

        var element = FindTask(session, script.Key)?.Element;
        var staff = city.Staff[city.Items[script.ItemIndex].Unit];
        return element switch
        {
            "accept" => new SeedWait(SeedWaitKind.Window, staff.Clerk, null),
            "review" => new SeedWait(SeedWaitKind.Office, staff.Reviewer, null),
            "decide" => new SeedWait(SeedWaitKind.Office, staff.Approver, null),
            "correct" or "supplement" => new SeedWait(SeedWaitKind.Applicant, ApplicantOf(script), null),
            _ => new SeedWait(SeedWaitKind.Over, ApplicantOf(script), null),
        };
    }

    public Actor ApplicantOf(CaseScript script) =>
        new(Organisation.ActorId(city.Applicants[script.Applicant].Key), ["applicant@public"]);

    private TurnAnswer Correct(TurnScope scope, long task, CaseScript script)
    {
        var material = MaterialOf(script);
        script.IsCorrected = true;
        return Complete(
            scope,
            task,
            new RequestCorrection([
                new CorrectionPoint(
                    CorrectionTarget.Material,
                    material,
                    material,
                    CorrectionProblem.Wrong,
                    "日期已过有效期，请换一份新的"
                ),
            ])
        );
    }

    private TurnAnswer Complete(TurnScope scope, long task, CaseCommand command) =>
        platform.CaseTurns.CompleteTask(scope, task, command);

    /// <summary>What a correction is about: the last material that had to be handed in.</summary>
    private string MaterialOf(CaseScript script) =>
        city.Items[script.ItemIndex]
            .Materials.Last(material => material is { Required: true, FilledOnline: false })
            .Name;

    private static (long Key, string Element)? FindTask(SqlSession session, long key)
    {
        using var rows = session.Query(OpenTask, key);
        return rows.Next() ? (rows.Integer(0), rows.Text(1)) : null;
    }

    private static string Form(PersonDetails details) =>
        $$"""{"unitName":"{{details.Organisation ?? details.Name}}","creditCode":"{{details.CreditCode}}","legalPerson":"{{details.Name}}","address":"{{details.Address}}","venueKind":"bath","signName":"{{details.Name}}","area":320,"bathCount":4,"staffCount":12,"centralAir":"no","deliveryMethod":"electronic","truthful":true}""";

    private static MaterialDocument Upload(TurnScope scope, string material)
    {
        var stored = scope.AddDocument(material + ".pdf", "application/pdf", Scan);
        return new(material, material + ".pdf", Scan.Length, new DocumentRef(stored.Id, stored.Digest));
    }

    private static DocumentRef Json(TurnScope scope, string name, string text)
    {
        var stored = scope.AddDocument(name, "application/json", Encoding.UTF8.GetBytes(text));
        return new(stored.Id, stored.Digest);
    }
}

/// <summary>Whom a case waits for.</summary>
internal enum SeedWaitKind
{
    Window,
    Office,
    Applicant,
    Paper,
    Over,
}

internal readonly record struct SeedWait(SeedWaitKind Kind, Actor Actor, Workers.JobTicket? Job);
