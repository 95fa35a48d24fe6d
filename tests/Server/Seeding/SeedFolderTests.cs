using Approvals.Cases.Catalogue;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Codes;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Server.Demo;
using Approvals.Server.Seeding;
using Approvals.Server.Tests.Cli;

namespace Approvals.Server.Tests.Seeding;

/// <summary>A seeded folder is a platform like any other: its journal refolds, its cases have their own times, and the same plan gives the same city.</summary>
public sealed class SeedFolderTests : IDisposable
{
    private static readonly DateTimeOffset To = new(2026, 10, 12, 17, 0, 0, CivilTime.Offset);
    private static readonly SeedPlan Plan = new(
        40,
        150,
        60,
        To.AddDays(-90),
        To,
        Running: 12,
        Sealed: 4,
        Applicants: 20
    );
    private static readonly SqlText Span = new("SELECT min(submitted), max(coalesce(closed, submitted)) FROM case_row");
    private static readonly SqlText Stages = new("SELECT count(DISTINCT stage) FROM case_row");
    private static readonly SqlText Running = new("SELECT count(*) FROM case_row WHERE closed IS NULL");
    private static readonly SqlText Waiting = new("SELECT count(*) FROM outbox WHERE state = 0");
    private static readonly SqlText Numbers = new("SELECT sum(key % 977) + count(*) FROM case_row");
    private static readonly SqlText SealedLicences = new(
        "SELECT count(*) FROM licence l JOIN document d ON d.id = l.document WHERE d.media = 'application/pdf'"
    );
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("approvals-seed-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task A_small_city_lives_three_months()
    {
        var folder = new DataFolder(Path.Combine(directory.FullName, "one"));
        var result = await SeedFolder.FillAsync(
            folder,
            Plan,
            "http://localhost",
            _ => { },
            TestContext.Current.CancellationToken
        );
        result.ShouldNotBeNull();
        (result.Units, result.Items, result.Cases).ShouldBe((40, 150, 72));
        result.Closed.ShouldBeGreaterThan(30);
        result.Sealed.ShouldBeGreaterThan(0);
        using (var session = SqliteSession.OpenReader(folder.Database))
        {
            using (var rows = session.Query(Span))
            {
                rows.Next().ShouldBeTrue();
                rows.Instant(0).ShouldBeGreaterThanOrEqualTo(Plan.From);
                rows.Instant(1).ShouldBeLessThanOrEqualTo(Plan.To);
            }

            session.QueryInteger(Stages).ShouldNotBeNull().ShouldBeGreaterThan(3);
            session.QueryInteger(Running).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(12);
            session.QueryInteger(Waiting).ShouldBe(0);
            session.QueryInteger(SealedLicences).ShouldBe(result.Sealed);
        }

        var verified = await Shell.RunAsync("verify", "--data", folder.Path);
        verified.Code.ShouldBe(0, verified.Errors);

        var again = new DataFolder(Path.Combine(directory.FullName, "two"));
        await SeedFolder.FillAsync(again, Plan, "http://localhost", _ => { }, TestContext.Current.CancellationToken);
        Sum(again).ShouldBe(Sum(folder));
        await Should.ThrowAsync<InvalidOperationException>(
            SeedFolder.FillAsync(folder, Plan, "http://localhost", _ => { }, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void Invented_people_have_codes_that_pass_their_checks()
    {
        for (var number = 0; number < 600; number++)
        {
            var person = CityPeople.Applicant(number);
            CitizenId.TryParse(person.CitizenId, out _, out var fault).ShouldBeTrue($"{person.CitizenId} {fault}");
            if (person.CreditCode is { } code)
            {
                UnifiedCreditCode.TryParse(code, out _, out var wrong).ShouldBeTrue($"{code} {wrong}");
            }
        }
    }

    [Fact]
    public void The_whole_city_has_a_hundred_units_and_647_items_that_may_be_published()
    {
        var city = DemoCity.Read();
        var units = CityCatalogue.Units([.. city.Units, .. DemoCity.MoreUnits()], 1000);
        units.Count.ShouldBe(100);
        OrganisationTree.From(units, out var fault).ShouldNotBeNull($"{fault}");
        units.Where(unit => !UnifiedCreditCode.TryParse(unit.CreditCode, out _, out _)).ShouldBeEmpty();
        var own = DemoCity.Catalogue().Concat(DemoCity.MoreItems()).Select(version => version.Item).ToList();
        var items = CityCatalogue.Items(own, units, 647);
        items.Count.ShouldBe(647);
        items.Select(item => item.Code).Distinct().Count().ShouldBe(647);
        items.SelectMany(Publishing.Check).Select(rejection => rejection.Code).ShouldBeEmpty();
    }

    private static long Sum(DataFolder folder)
    {
        using var session = SqliteSession.OpenReader(folder.Database);
        return session.QueryInteger(Numbers)!.Value;
    }
}
