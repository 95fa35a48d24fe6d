using System.Text.Json;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Storage;

namespace Approvals.Server.Demo;

/// <summary>
/// <c>serve --demo</c>: the invented city 清源市 with its units, catalogue and people, through the same turns as real data.
/// Repeating it changes nothing.
/// </summary>
public sealed class DemoCity(Platform platform, IServiceProvider services)
{
    /// <summary>The command id of the seeding turn: its answer is never pruned.</summary>
    public const string SeedCommand = "demo-city";

    internal static readonly Actor Seeder = Actor.System("demo");

    /// <summary>The city's file; pages in demo mode name its accounts and password.</summary>
    public static CityFile Read() => CityFile.Load(DataPath("demo", "city.json"));

    /// <summary>The items of the city's own departments.</summary>
    internal static IReadOnlyList<ItemVersion> Catalogue() => CatalogueCodec.Load(DataPath("catalogue", "items.json"));

    /// <summary>The items of the other departments of a whole city.</summary>
    internal static IReadOnlyList<ItemVersion> MoreItems() =>
        CatalogueCodec.Load(DataPath("catalogue", "items-city.json"));

    /// <summary>The other departments, and the bodies of districts, streets, townships, communities and villages.</summary>
    internal static IReadOnlyList<Unit> MoreUnits() => CityFile.LoadUnits(DataPath("demo", "units.json"));

    public async Task SeedAsync(bool pastTenders)
    {
        var city = Read();
        var catalogue = Catalogue();
        var answer = await platform.SendAsync(Seeder, scope => Seed(scope, city, catalogue), SeedCommand);
        var people = JsonSerializer.Deserialize<Dictionary<string, long>>(answer.Text)!;
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountProvision>();
        foreach (var (name, person) in people)
        {
            await accounts.EnsureAsync(name, city.DemoPassword, person);
        }

        await new DemoLibrary(platform).SeedAsync(people);
        await new DemoDistricts(platform, accounts).SeedAsync(city.DemoPassword);
        await new DemoParties(platform, accounts, services).SeedAsync(city.DemoPassword, pastTenders);
    }

    /// <summary>What the sign-in page shows in demo mode.</summary>
    public static IEnumerable<DemoAccount> Accounts()
    {
        var city = Read();
        var units = city.Units.ToDictionary(unit => unit.Code, unit => unit.ShortName, StringComparer.Ordinal);
        var applicants = city.Applicants.Select(applicant => new DemoAccount(
            applicant.Account,
            city.DemoPassword,
            applicant.Name,
            applicant.Enterprise?.Name ?? "申请人"
        ));
        var staff = city.Staff.Select(member => new DemoAccount(
            member.Account,
            city.DemoPassword,
            member.Name,
            $"{units[member.Posts[0].Unit]} {member.Posts[0].Title}"
        ));
        return applicants
            .Concat(staff)
            .Concat(DemoDistricts.Accounts(city.DemoPassword))
            .Concat(DemoParties.Accounts(city.DemoPassword));
    }

    private static string DataPath(string folder, string file) =>
        Path.Combine(AppContext.BaseDirectory, "data", folder, file);

    /// <summary>Everything in one turn; the answer maps account names to the keys of their people.</summary>
    private TurnAnswer Seed(TurnScope scope, CityFile city, IReadOnlyList<ItemVersion> catalogue)
    {
        Organisation.SetUnits(scope, city.Units);
        foreach (var version in catalogue)
        {
            var rejections = platform.Cases.Items.Publish(scope, version.Item, version.EffectiveFrom);
            if (rejections.Count > 0)
            {
                throw new InvalidDataException($"Item {version.Item.Code} can't be published: {rejections[0].Code}.");
            }
        }

        return TurnAnswer.Done(AnswerOf(Register(scope, city)));
    }

    /// <summary>What the seeding turn answers: account names with the keys of their people.</summary>
    internal static string AnswerOf(IReadOnlyDictionary<string, long> people) => JsonSerializer.Serialize(people);

    internal static PersonDetails DetailsOf(CityFile.ApplicantAccount applicant) =>
        new(
            applicant.Name,
            applicant.Phone,
            applicant.CitizenId,
            applicant.Address,
            applicant.Enterprise?.Name,
            applicant.Enterprise?.CreditCode
        );

    /// <summary>Registers the people of the file, staff first.</summary>
    internal static Dictionary<string, long> Register(TurnScope scope, CityFile city)
    {
        var people = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var member in city.Staff)
        {
            var details = new PersonDetails(member.Name, null, null, null, null, null);
            people[member.Account] = Organisation.Register(scope, details, member.Posts);
        }

        foreach (var applicant in city.Applicants)
        {
            people[applicant.Account] = Organisation.Register(scope, DetailsOf(applicant), []);
        }

        return people;
    }
}
