using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Demo;

/// <summary>
/// The demonstration's tenders, by the same turns as on the pages: one declared, one with its agency, one whose notice waits for the four
/// holders' keys. What comes after needs keys, and those are made by the holders' own programs.
/// </summary>
internal sealed class DemoTenders(Platform platform, IReadOnlyDictionary<string, long> people)
{
    private const string Agency = "agency-qingda";
    private const string AgencyName = "清源市清达工程招标代理有限公司";
    private const int DaysToBid = 30;

    public async Task SeedAsync()
    {
        await DeclareAsync("云栖街道社区卫生服务中心装修工程", 186_000_000);
        var compiling = await DeclareAsync("学前路道路及雨污管网改造工程", 1_260_000_000);
        await ChooseAsync(compiling);
        var keying = await DeclareAsync("清源市文化中心空调设备更换工程", 320_000_000);
        await ChooseAsync(keying);
        await CompileAsync(keying);
    }

    private async Task<string> DeclareAsync(string title, long estimate)
    {
        var declaration = new Declaration(
            title,
            TenderKind.Construction,
            "housing",
            "清源市住房和城乡建设局",
            "清发改审〔2026〕41 号",
            "市级财政资金",
            estimate,
            ["施工总承包"]
        );
        return (
            await SendAsync(
                "zhengkaiyuan",
                "tenderer@housing",
                scope => platform.Tenders.Turns.Declare(scope, declaration)
            )
        ).Text;
    }

    private Task<TurnAnswer> ChooseAsync(string number) =>
        SendAsync(
            "zhengkaiyuan",
            "tenderer@housing",
            scope =>
                platform.Tenders.Turns.ChooseAgency(
                    scope,
                    KeyOf(scope, number),
                    new AgencyChoice(AgencyManner.Own, Agency, AgencyName, "近三年同类工程业绩最多，报价适中", [Agency])
                )
        );

    private async Task CompileAsync(string number)
    {
        var text = Encoding.UTF8.GetBytes("招标文件\n\n一、招标范围：文化中心空调机组、水泵及控制系统的拆除与更换。\n");
        var blob = (await platform.Blobs.PutAsync(new MemoryStream(text), text.Length, CancellationToken.None))!;
        var formula = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "workflows", "tender-price.dmn")
        );
        await SendAsync(
            "liaoqingda",
            "agency@" + Agency,
            scope => platform.Tenders.Turns.Compile(scope, KeyOf(scope, number), FileOf(scope, blob, formula))
        );
    }

    private static TenderFile FileOf(TurnScope scope, Kernel.Blobs.Blob blob, byte[] formula)
    {
        const string name = "招标文件.txt";
        var document = scope.AddDocument(name, "text/plain", blob.Sha256, blob.Length);
        var dmn = scope.AddDocument("tender-price.dmn", "application/xml", formula);
        return new TenderFile(
            [new TenderDocument(document.Id, name, Convert.ToHexStringLower(blob.Sha256), blob.Length)],
            new TenderDocument(
                dmn.Id,
                "tender-price.dmn",
                Convert.ToHexStringLower(SHA256.HashData(formula)),
                formula.Length
            ),
            30,
            [new Criterion("施工组织设计", 45), new Criterion("项目管理班子", 25)],
            315_000_000,
            6_000_000,
            CivilTime.StartOf(CivilTime.DateOf(scope.Now).AddDays(DaysToBid)).AddHours(9).AddMinutes(30),
            new SectionSizes(1024, 8 * 1024 * 1024, 8 * 1024 * 1024),
            8,
            "bidding-office",
            "清源市公共资源交易监督管理办公室",
            "notary",
            "清源市公证处"
        );
    }

    private static long KeyOf(TurnScope scope, string number) => LoadedTender.Find(scope.Session, number)!.State.Key;

    private async Task<TurnAnswer> SendAsync(string account, string group, Func<TurnScope, TurnAnswer> body)
    {
        var person = string.Create(CultureInfo.InvariantCulture, $"p:{people[account]}");
        var answer = await platform.SendAsync(new Actor(person, [group]), body);
        return answer.Rejection is { } rejection
            ? throw new InvalidOperationException($"A tender of the demonstration: {rejection.Code}.")
            : answer;
    }
}
