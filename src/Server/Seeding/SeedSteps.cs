using System.Text;
using Approvals.Cases;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Seeding;

/// <summary>
/// The steps of a seeded case as the turns that people would send: each looks at what the case waits for and does it. A step that is refused is a
/// fault of the seeding and throws.
/// </summary>
internal sealed class SeedSteps(Platform platform, SeedCity city, SeedPapers papers)
{
    private static readonly byte[] Scan = Encoding.UTF8.GetBytes("%PDF-1.4\n% 扫描件，接入前的档案不随案迁移\n");
    private static readonly SqlText OpenTask = new(
        "SELECT key, element, candidates FROM user_task WHERE owner = ?1 AND state = 0 ORDER BY key LIMIT 1"
    );
    private static readonly SqlText ClosedAt = new("SELECT closed FROM case_row WHERE key = ?1");
    private readonly SeedOffice office = new(platform, city);

    /// <summary>Types that are applied for; a case becomes a returned one.</summary>
    public static bool Knows(CaseType type) => CaseTurns.HasProcess(type);

    /// <summary>Who hands the application in: the applicant, or at the window a clerk.</summary>
    public Actor SubmitterOf(CaseScript script)
    {
        var item = city.Items[script.ItemIndex];
        var unit = item.Handling?.Referral?.FirstUnit ?? item.Unit;
        return script.Channel == Channel.Window
            ? city.Holder(Roles.Clerk + "@" + unit, script.Applicant)
            : ApplicantOf(script);
    }

    /// <summary>Submits the case; the answer is its key.</summary>
    public TurnAnswer Submit(TurnScope scope, CaseScript script)
    {
        var code = city.Items[script.ItemIndex].Code;
        var item = platform.Cases.Items.FindEffective(scope.Session, code, CivilTime.DateOf(scope.Now))!;
        var details = city.Applicants[script.Applicant].Details;
        var person = ApplicantOf(script).Id;
        var snapshot = Json(
            scope,
            "applicant.json",
            $$"""{"name":"{{details.Name}}","organisation":"{{details.Organisation}}"}"""
        );
        var applicant = details.Organisation is { } organisation
            ? Applicant.Organisation(person, organisation, snapshot)
            : Applicant.Citizen(person, details.Name, snapshot);
        return platform.CaseTurns.Submit(
            scope,
            item,
            new SubmitCase(
                script.Channel,
                applicant,
                Json(scope, "form.json", Form(details)),
                [
                    .. item
                        .Item.Materials.Where(material => material is { Required: true, FilledOnline: false })
                        .Where(material =>
                            !SeedOffice.Owes(script, item.Item) || material.Name != SeedOffice.MaterialOf(item.Item)
                        )
                        .Select(material => Upload(scope, material.Name)),
                ]
            )
        );
    }

    /// <summary>Does what the case waits for.</summary>
    public TurnAnswer Step(TurnScope scope, CaseScript script, SeedWait wait) =>
        wait switch
        {
            { Job: { } job } => papers.Record(scope, job),
            { Element: "correct" or "supplement" } => platform.CaseTurns.SubmitCorrection(
                scope,
                script.Key,
                new SubmitCorrection([Upload(scope, SeedOffice.MaterialOf(city.Items[script.ItemIndex]))])
            ),
            { Element: "supply" } => platform.CaseTurns.SupplyPapers(
                scope,
                script.Key,
                new SupplyPapers([Upload(scope, SeedOffice.MaterialOf(city.Items[script.ItemIndex]))])
            ),
            { Element: "rectify" } => platform.CaseTurns.SubmitRectification(
                scope,
                script.Key,
                new SubmitRectification(Json(scope, "explanation.json", """{"text":"已经按要求整改，附现场照片"}"""))
            ),
            _ => office.Do(scope, script, wait),
        };

    public TurnAnswer Withdraw(TurnScope scope, CaseScript script) => platform.CaseTurns.Withdraw(scope, script.Key);

    public TurnAnswer Rate(TurnScope scope, CaseScript script) =>
        platform.CaseTurns.Rate(scope, script.Key, new RateCase(script.Stars, script.Channel));

    /// <summary>What the case waits for now, and who does it.</summary>
    /// <exception cref="InvalidOperationException">Nothing, though it is not over.</exception>
    public SeedWait Wait(SqlSession session, CaseScript script)
    {
        if (session.QueryInteger(ClosedAt, script.Key) is not null)
        {
            return new SeedWait(SeedWaitKind.Over, ApplicantOf(script));
        }

        if (SeedPapers.FindJob(session, script.Key) is { } job)
        {
            return new SeedWait(SeedWaitKind.Paper, Actor.System("worker"), job.Key, job.Element, job);
        }

        using var rows = session.Query(OpenTask, script.Key);
        if (!rows.Next())
        {
            throw new InvalidOperationException($"Case {script.Key} waits for nothing and is not over.");
        }

        var element = rows.Text(1);
        return new SeedWait(KindOf(element, script), DoerOf(rows.Text(2), script), rows.Integer(0), element);
    }

    public Actor ApplicantOf(CaseScript script) =>
        new(Organisation.ActorId(city.Applicants[script.Applicant].Key), ["applicant@public"]);

    private static SeedWaitKind KindOf(string element, CaseScript script) =>
        element switch
        {
            "accept" or "hand_back" => SeedWaitKind.Window,
            "settle" => script.IsTakenUp ? SeedWaitKind.Counter : SeedWaitKind.Window,
            "opinion" => SeedWaitKind.Department,
            "verify" => SeedWaitKind.Check,
            "correct" or "supplement" or "rectify" or "supply" => SeedWaitKind.Applicant,
            _ => SeedWaitKind.Office,
        };

    /// <summary>From the candidates of a task: <c>g:reviewer@health</c>, or <c>u:p:12</c> for the applicant.</summary>
    private Actor DoerOf(string candidates, CaseScript script) =>
        candidates.StartsWith("g:", StringComparison.Ordinal)
            ? city.Holder(candidates.Split('\n')[0][2..], script.Applicant)
            : ApplicantOf(script);

    /// <summary>Answers to every question that the forms and licences of the catalogue ask.</summary>
    private static string Form(PersonDetails details) =>
        $$"""{"unitName":"{{details.Organisation ?? details.Name}}","creditCode":"{{details.CreditCode ?? details.CitizenId}}","legalPerson":"{{details.Name}}","name":"{{details.Name}}","citizenId":"{{details.CitizenId}}","address":"{{details.Address}}","household":"local","venueKind":"bath","signName":"{{details.Name}}","area":320,"bathCount":4,"staffCount":12,"centralAir":"no","subject":"chinese","plate":"清A·X0126","seats":36,"driver":"{{details.Name}}","situation":"家中突发变故，生活暂时困难","undertaking":true,"deliveryMethod":"electronic","truthful":true}""";

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
