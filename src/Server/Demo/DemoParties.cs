using System.Text.Json;
using Approvals.Cases.Handling;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage;
using Roles = Approvals.Kernel.Organisations.Roles;

namespace Approvals.Server.Demo;

/// <summary>
/// Who takes part in the demonstration's tenders: a tenderer, three agencies, the supervising office, a notary's office, three enterprises
/// that bid and the pool of experts, each with an account. In a folder that has them nothing is done.
/// </summary>
internal sealed class DemoParties(Platform platform, AccountProvision accounts, IServiceProvider services)
{
    private const int ExpertCount = 15;

    private static readonly TenderParty[] Parties =
    [
        new("housing", Roles.Tenderer, "清源市住房和城乡建设局", "11990100MB0QY1037X"),
        new("agency-qingda", Roles.Agency, "清源市清达工程招标代理有限公司", "91990100MA7QYA0018"),
        new("agency-hengxin", Roles.Agency, "清源恒信项目管理有限公司", "91990100MA7QYA0026"),
        new("agency-zhongzheng", Roles.Agency, "清源中正招标咨询有限公司", "91990100MA7QYA0034"),
        new("bidding-office", Roles.BidSupervisor, "清源市公共资源交易监督管理办公室", "11990100MB0QY20018"),
        new("notary", Roles.Notary, "清源市公证处", "12990100MB0QY20026"),
    ];

    private static readonly (string Account, string Name, string Role, string Unit, string Title)[] People =
    [
        ("zhengkaiyuan", "郑开元", Roles.Tenderer, "housing", "项目负责人"),
        ("liaoqingda", "廖清达", Roles.Agency, "agency-qingda", "项目经理"),
        ("kangyunfei", "康云飞", Roles.Agency, "agency-hengxin", "项目经理"),
        ("xiezhongwen", "谢中文", Roles.Agency, "agency-zhongzheng", "项目经理"),
        ("yanshouzheng", "严守正", Roles.BidSupervisor, "bidding-office", "监督员"),
        ("gongxinming", "龚信明", Roles.Notary, "notary", "公证员"),
    ];

    private static readonly (string Account, string Name, string Enterprise, string CreditCode)[] Bidders =
    [
        ("chenguoliang", "陈国梁", "清源市第一市政工程有限公司", "91350100MA00000155"),
        ("huanglixin", "黄立新", "澄江路桥建设集团有限公司", "91350100MA00000230"),
        ("suxiaodong", "苏晓东", "闽越交通工程有限公司", "91350100MA0000031T"),
    ];

    private static readonly string[] ExpertNames =
    [
        "顾长庚",
        "沈若虚",
        "范希文",
        "陆景行",
        "苏明远",
        "白望舒",
        "钟子期",
        "叶知秋",
        "宋怀瑾",
        "秦观澜",
        "杜若蘅",
        "程思齐",
        "方既明",
        "贺鸣岐",
        "黎照夜",
    ];

    public async Task SeedAsync(string password, bool pastTenders)
    {
        if (new TenderPartiesQuery(platform).Of(Roles.Tenderer).Count > 0)
        {
            return;
        }

        var answer = await platform.SendAsync(DemoCity.Seeder, Seed);
        var people = JsonSerializer.Deserialize<Dictionary<string, long>>(answer.Text)!;
        foreach (var (account, person) in people)
        {
            await accounts.EnsureAsync(account, password, person);
        }

        if (pastTenders)
        {
            await new DemoTenders(platform, services, people).SeedAsync(password);
        }
    }

    /// <summary>The enterprises that bid.</summary>
    public static IEnumerable<(string Name, string CreditCode)> Enterprises =>
        Bidders.Select(each => (each.Enterprise, each.CreditCode));

    /// <summary>For the sign-in page.</summary>
    public static IEnumerable<DemoAccount> Accounts(string password)
    {
        var names = Parties.ToDictionary(party => party.Unit, party => party.Name, StringComparer.Ordinal);
        return
        [
            .. People.Select(each => new DemoAccount(
                each.Account,
                password,
                each.Name,
                $"{names[each.Unit]} {each.Title}"
            )),
            .. Bidders.Select(each => new DemoAccount(each.Account, password, each.Name, each.Enterprise)),
            .. ExpertNames.Select((name, at) => new DemoAccount(ExpertAccount(at), password, name, "评标专家")),
        ];
    }

    private static string ExpertAccount(int at) => $"expert{at + 1:00}";

    private static TurnAnswer Seed(TurnScope scope)
    {
        var people = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var party in Parties)
        {
            TenderPartiesQuery.Add(scope, party);
        }

        foreach (var (account, name, role, unit, title) in People)
        {
            people[account] = Organisation.Register(scope, Details(name), [new Post(role, unit, title)]);
        }

        foreach (var (account, name, enterprise, code) in Bidders)
        {
            var details = new PersonDetails(name, null, null, null, enterprise, code);
            people[account] = Organisation.Register(scope, details, []);
        }

        for (var at = 0; at < ExpertCount; at++)
        {
            var person = Organisation.Register(
                scope,
                Details(ExpertNames[at]),
                [new Post(Roles.Expert, "expert-pool", "评标专家")]
            );
            people[ExpertAccount(at)] = person;
            TenderPartiesQuery.AddExpert(scope, Organisation.ActorId(person), "建筑工程");
        }

        return TurnAnswer.Done(JsonSerializer.Serialize(people));
    }

    private static PersonDetails Details(string name) => new(name, null, null, null, null, null);
}
