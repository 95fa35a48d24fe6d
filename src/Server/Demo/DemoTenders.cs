using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Folders;
using Approvals.Server.Adapters;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Holding;
using Approvals.Server.Storage;

namespace Approvals.Server.Demo;

/// <summary>
/// The demonstration's tenders, one or more in every stage, by the same turns as on the pages: what is over was sealed, opened, judged and awarded in
/// its own past. The holders' key files of the one that takes bids now lie in <c>demo-holders</c>, under the demonstration's password.
/// </summary>
internal sealed class DemoTenders(
    Platform platform,
    IServiceProvider services,
    IReadOnlyDictionary<string, long> people
)
{
    public const string Tenderer = "housing";
    public const string Agency = "agency-qingda";
    private const long Estimate = 240_000_000;
    private const int SmallPart = 16 * 1024;
    private const int LargePart = 8 * 1024 * 1024;

    /// <summary>From the declaration to the deadline: twenty days from the notice on, also where they end in the longest holidays.</summary>
    private const int DaysToBid = 31;

    private DemoTenderRoom room = null!;

    public async Task SeedAsync(string password)
    {
        var enterprises = DemoEnterprise.Certify(platform.Folder, DemoParties.Enterprises, platform.Clock.GetUtcNow());
        room = new DemoTenderRoom(
            platform,
            services.GetRequiredService<TenderDesk>(),
            services.GetRequiredService<TenderKeys>(),
            people,
            enterprises
        );
        (string Title, int DaysAgo, Func<DemoTender, Task> Way)[] past =
        [
            ("云栖街道背街小巷照明改造工程", 39, tender => OpenAsync(tender, 39, bids: 0)),
            ("澄江滨水步道贯通工程施工", 81, ArchiveAsync),
            ("清源市第三水厂清水池工程施工", 61, ContractAsync),
            ("学前路中学风雨操场工程施工", 51, tender => AwardAsync(tender, 51)),
            ("文庙历史街区立面修缮工程施工", 32, PublishAsync),
            ("云栖公园改造提升工程施工", 32, tender => EvaluateAsync(tender, 32, sheets: 2)),
            ("城东污水泵站更新工程施工", 32, tender => OpenAsync(tender, 32, bids: 3)),
            ("澄江二桥引道改造工程施工", 12, tender => TakeBidsAsync(tender, password)),
        ];
        var ways = new List<Func<Task>>();
        foreach (var (title, daysAgo, way) in past)
        {
            var tender = new DemoTender(room, Day(-daysAgo).AddHours(9));
            await tender.DeclareAsync(title, Estimate);
            ways.Add(() => way(tender));
        }

        await Task.WhenAll(ways.Select(Task.Run));
        await PrepareAsync();
    }

    private async Task ArchiveAsync(DemoTender tender)
    {
        await AwardAsync(tender, 81);
        tender.To(Day(-31).AddHours(10));
        await tender.ContractAsync("清建合〔2026〕31 号");
        await tender.ArchiveAsync();
    }

    private async Task ContractAsync(DemoTender tender)
    {
        await AwardAsync(tender, 61);
        tender.To(Day(-2).AddHours(15));
        await tender.ContractAsync("清建合〔2026〕58 号");
    }

    private async Task AwardAsync(DemoTender tender, int daysAgo)
    {
        await EvaluateAsync(tender, daysAgo, sheets: 5);
        await tender.ReportAsync();
        await tender.AwardAsync();
    }

    private async Task PublishAsync(DemoTender tender)
    {
        await EvaluateAsync(tender, 32, sheets: 5);
        await tender.ReportAsync();
    }

    private async Task EvaluateAsync(DemoTender tender, int daysAgo, int sheets)
    {
        await OpenAsync(tender, daysAgo, bids: 3);
        await tender.EvaluateAsync(sheets);
    }

    private async Task OpenAsync(DemoTender tender, int daysAgo, int bids)
    {
        await CompileAsync(tender, daysAgo, SmallPart, dummies: 1);
        tender.To(Day(2 - daysAgo).AddHours(9));
        await tender.EnrolAsync(NewKeys(tender));
        tender.To(Day(DaysToBid - 1 - daysAgo).AddHours(16));
        await tender.SealAsync(bids);
        await tender.OpenAsync();
    }

    /// <summary>The notice is out and bids come until the deadline; whoever has the demonstration's password goes on for the holders.</summary>
    private async Task TakeBidsAsync(DemoTender tender, string password)
    {
        await CompileAsync(tender, 12, LargePart, dummies: 4);
        var folder = Path.Combine(platform.Folder.Within("demo-holders"), tender.Number);
        Directory.CreateDirectory(folder);
        var keys = NewKeys(tender);
        foreach (var each in keys)
        {
            DurableFile.Write(
                Path.Combine(folder, each.Role.ToString().ToLowerInvariant() + ".key"),
                each.ToFile(password)
            );
        }

        await tender.EnrolAsync(keys);
        await tender.ClarifyAsync(
            "桥台桩基的地质勘察报告在哪里可以取得？",
            "勘察报告是招标文件附件三，在项目页的“招标文件”里下载，不登记姓名。"
        );
    }

    private async Task PrepareAsync()
    {
        await new DemoTender(room, platform.Clock.GetUtcNow()).DeclareAsync(
            "云栖街道社区卫生服务中心装修工程",
            186_000_000
        );
        var compiling = new DemoTender(room, Day(-1).AddHours(9));
        await compiling.DeclareAsync("学前路道路及雨污管网改造工程", 1_260_000_000);
        await compiling.ChooseAsync();
        var keying = new DemoTender(room, Day(-2).AddHours(9));
        await keying.DeclareAsync("清源市文化中心空调设备更换工程", Estimate);
        await CompileAsync(keying, 2, LargePart, dummies: 8);
    }

    /// <summary>The agency chosen on the day of the declaration, its file the day after.</summary>
    private async Task CompileAsync(DemoTender tender, int daysAgo, int part, int dummies)
    {
        tender.To(Day(-daysAgo).AddHours(14));
        await tender.ChooseAsync();
        tender.To(Day(1 - daysAgo).AddHours(10));
        var deadline = Day(DaysToBid - daysAgo).AddHours(9).AddMinutes(30);
        var text = $"招标文件\n\n一、项目名称：{tender.Title}。\n二、招标范围：施工图所示全部内容。\n";
        await tender.CompileAsync(text, 235_000_000, 4_800_000, deadline, part, dummies);
    }

    private static IReadOnlyList<HolderKeys> NewKeys(DemoTender tender) =>
        [
            .. Enum.GetValues<HolderRole>()
                .Select(role => new HolderKeys(tender.Number, role, RandomNumberGenerator.GetBytes(32))),
        ];

    /// <summary>The beginning of a day that lies so many days from now.</summary>
    private DateTimeOffset Day(int days) =>
        CivilTime.StartOf(CivilTime.DateOf(platform.Clock.GetUtcNow()).AddDays(days));
}
