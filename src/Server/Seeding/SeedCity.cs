using Approvals.Cases.Catalogue;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Turns;
using Approvals.Server.Demo;
using Approvals.Server.Storage;

namespace Approvals.Server.Seeding;

/// <summary>
/// The city that cases happen in: units, catalogue, staff of every unit, applicants, each in one turn. Items get two versions, so that a case of
/// years ago stays on the guide of its day.
/// </summary>
internal sealed class SeedCity
{
    private const int Batch = 500;

    /// <summary>A unit with more items than this has two at the window and two that review.</summary>
    private const int PostedTwice = 8;
    private static readonly Actor Seeder = Actor.System("seed");

    private readonly IReadOnlyDictionary<string, IReadOnlyList<Actor>> staff;

    private SeedCity(
        IReadOnlyList<Unit> units,
        IReadOnlyList<Item> items,
        IReadOnlyDictionary<string, IReadOnlyList<Actor>> staff,
        IReadOnlyList<SeedApplicant> applicants
    )
    {
        Units = units;
        Items = items;
        this.staff = staff;
        Applicants = applicants;
    }

    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<Item> Items { get; }

    /// <summary>The people who apply, those of the demonstration's accounts first.</summary>
    public IReadOnlyList<SeedApplicant> Applicants { get; }

    /// <summary>One of those who hold the post <c>role@unit</c>; the same number gives the same person.</summary>
    public Actor Holder(string group, int number) => staff[group][number % staff[group].Count];

    public static async Task<SeedCity> BuildAsync(Platform platform, SeedPlan plan)
    {
        var city = DemoCity.Read();
        var units = CityCatalogue.Units([.. city.Units, .. DemoCity.MoreUnits()], plan.Units);
        var present = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        var own = DemoCity
            .Catalogue()
            .Concat(DemoCity.MoreItems())
            .Select(version => version.Item)
            .Where(item => present.ContainsKey(item.Unit))
            .Select(item => CityCatalogue.Licensing(item, present[item.Unit]))
            .ToList();
        var items = CityCatalogue.Items(own, units, plan.Items);
        await SendAsync(platform, plan.From, scope => Organisation.SetUnits(scope, units));
        var first = Kernel.Calendar.CivilTime.DateOf(plan.From);
        var turnOfYear = new DateOnly(Kernel.Calendar.CivilTime.DateOf(plan.To).Year, 1, 1);
        foreach (var batch in items.Chunk(Batch))
        {
            await SendAsync(
                platform,
                plan.From,
                scope =>
                {
                    foreach (var item in batch)
                    {
                        Publish(platform, scope, Slower(item), first);
                        if (turnOfYear > first)
                        {
                            Publish(platform, scope, item, turnOfYear);
                        }
                    }
                }
            );
        }

        var (holders, accounts) = await EngageAsync(platform, plan, city, units, items.ToLookup(item => item.Unit));
        return new SeedCity(units, items, holders, [.. accounts, .. await RegisterAsync(platform, plan)]);
    }

    /// <summary>Years ago the centre promised less: half of what the law leaves more.</summary>
    private static Item Slower(Item item) =>
        item.Limits.PromisedDays == 0
            ? item
            : item with
            {
                Limits = item.Limits with { PromisedDays = (item.Limits.PromisedDays + item.Limits.LegalDays + 1) / 2 },
            };

    private static void Publish(Platform platform, TurnScope scope, Item item, DateOnly from)
    {
        var rejections = platform.Cases.Items.Publish(scope, item, from);
        if (rejections.Count > 0)
        {
            throw new InvalidDataException($"Item {item.Code} can't be published: {rejections[0].Code}.");
        }
    }

    /// <summary>The people of the city's file, and for every post of a unit that nobody holds as many more as its items need.</summary>
    private static async Task<(
        IReadOnlyDictionary<string, IReadOnlyList<Actor>> Staff,
        List<SeedApplicant> Accounts
    )> EngageAsync(
        Platform platform,
        SeedPlan plan,
        CityFile city,
        IReadOnlyList<Unit> units,
        ILookup<string, Item> held
    )
    {
        var holdersOf = new Dictionary<string, IReadOnlyList<Actor>>(StringComparer.Ordinal);
        var accounts = new List<SeedApplicant>();
        // Under the id of the demonstration's own turn: a server that starts on the folder gives these people their accounts.
        await platform.Turns.RunAsync(new TurnRequest(DemoCity.Seeder, Engage, DemoCity.SeedCommand, plan.From));
        return (holdersOf, accounts);

        TurnAnswer Engage(TurnScope scope)
        {
            accounts.Clear();
            var people = DemoCity.Register(scope, city);
            var posts = city
                .Staff.SelectMany(member => member.Posts.Select(post => (post.Group, Person: people[member.Account])))
                .ToLookup(post => post.Group, post => post.Person, StringComparer.Ordinal);
            var number = 0;
            foreach (var unit in units)
            {
                var most = held[unit.Code].Count() > PostedTwice ? 2 : 1;
                Hold(Roles.Clerk, "窗口受理员", most);
                Hold(Roles.Reviewer, "审批科审查员", most);
                Hold(Roles.Approver, "首席代表", 1);

                void Hold(string role, string title, int count)
                {
                    var group = role + "@" + unit.Code;
                    var holders = posts[group].ToList();
                    while (holders.Count < count)
                    {
                        holders.Add(
                            Organisation.Register(
                                scope,
                                new PersonDetails(CityPeople.Name(++number * 13), null, null, null, null, null),
                                [new Post(role, unit.Code, title, role == Roles.Clerk ? NumberOf(unit) : null)]
                            )
                        );
                    }

                    holdersOf[group] = [.. holders.Select(key => new Actor(Organisation.ActorId(key), [group]))];
                }
            }

            accounts.AddRange(
                city.Applicants.Select(each => new SeedApplicant(people[each.Account], DemoCity.DetailsOf(each)))
            );
            return TurnAnswer.Done(DemoCity.AnswerOf(people));
        }
    }

    private static string? NumberOf(Unit unit) => unit.Windows is [var window, ..] ? window.Number : null;

    private static async Task<SeedApplicant[]> RegisterAsync(Platform platform, SeedPlan plan)
    {
        var applicants = new SeedApplicant[plan.Applicants];
        foreach (var batch in Enumerable.Range(0, plan.Applicants).Chunk(Batch))
        {
            await SendAsync(
                platform,
                plan.From,
                scope =>
                {
                    foreach (var number in batch)
                    {
                        var details = CityPeople.Applicant(number);
                        applicants[number] = new SeedApplicant(Organisation.Register(scope, details, []), details);
                    }
                }
            );
        }

        return applicants;
    }

    private static async Task SendAsync(Platform platform, DateTimeOffset at, Action<TurnScope> body) =>
        await platform.Turns.RunAsync(
            new TurnRequest(
                Seeder,
                scope =>
                {
                    body(scope);
                    return TurnAnswer.Done();
                },
                At: at
            )
        );
}

/// <summary>Somebody who applies.</summary>
internal sealed record SeedApplicant(long Key, PersonDetails Details);
