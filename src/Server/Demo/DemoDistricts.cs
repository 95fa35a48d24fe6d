using System.Text.Json;
using Approvals.Cases.Handling;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Storage;
using Roles = Approvals.Kernel.Organisations.Roles;

namespace Approvals.Server.Demo;

/// <summary>
/// The rest of the demonstration's city: its other departments, the bodies of district, street and village, all their items, and the people of
/// one street, where a green channel can be tried. In a folder that has them nothing is done.
/// </summary>
internal sealed class DemoDistricts(Platform platform, AccountProvision accounts)
{
    private const string Street = "yunqi";

    private static readonly (string Account, string Name, string Role, string Title)[] People =
    [
        ("shixiaolan", "施晓岚", Roles.Clerk, "便民服务中心窗口"),
        ("ouyangmin", "欧阳敏", Roles.Reviewer, "社会事务办主任"),
        ("jiangguoliang", "蒋国梁", Roles.Approver, "街道办事处主任"),
    ];

    public async Task SeedAsync(string password)
    {
        if (platform.Readers.Read(Organisation.Units).Any(unit => unit.Code == Street))
        {
            return;
        }

        var answer = await platform.SendAsync(DemoCity.Seeder, Seed);
        foreach (var (account, person) in JsonSerializer.Deserialize<Dictionary<string, long>>(answer.Text)!)
        {
            await accounts.EnsureAsync(account, password, person);
        }
    }

    /// <summary>For the sign-in page.</summary>
    public static IEnumerable<DemoAccount> Accounts(string password) =>
        People.Select(each => new DemoAccount(each.Account, password, each.Name, $"云栖街道 {each.Title}"));

    private TurnAnswer Seed(TurnScope scope)
    {
        Organisation.SetUnits(scope, [.. Organisation.Units(scope.Session), .. DemoCity.MoreUnits()]);
        foreach (var version in DemoCity.MoreItems())
        {
            var rejections = platform.Cases.Items.Publish(scope, version.Item, version.EffectiveFrom);
            if (rejections.Count > 0)
            {
                throw new InvalidDataException($"Item {version.Item.Code} can't be published: {rejections[0].Code}.");
            }
        }

        var people = People.ToDictionary(
            each => each.Account,
            each =>
                Organisation.Register(
                    scope,
                    new PersonDetails(each.Name, null, null, null, null, null),
                    [new Post(each.Role, Street, each.Title)]
                ),
            StringComparer.Ordinal
        );
        return TurnAnswer.Done(JsonSerializer.Serialize(people));
    }
}
