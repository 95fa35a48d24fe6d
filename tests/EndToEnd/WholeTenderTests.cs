using System.Globalization;
using System.Text.Json;
using Approvals.Bidding.Sealing.Notices;
using Approvals.EndToEnd.Tests.Fixtures;
using Approvals.Server.Demo;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// A whole tender as people do it, each at an own browser: tenderer, agency, three bidders who seal, four holders, the supervisor, five experts
/// and a public visitor without scripts, from declaration to archive. The export is proved again offline.
/// </summary>
public sealed class WholeTenderTests
{
    private const string Title = "澄江二桥引道改造工程施工";
    private const string Passphrase = "清源之水通四方百川归海也";
    private const string Send = "main form button.pri:visible";

    private static readonly (HolderRole Role, string Account)[] Holders =
    [
        (HolderRole.Tenderer, "zhengkaiyuan"),
        (HolderRole.Agency, "liaoqingda"),
        (HolderRole.Supervisor, "yanshouzheng"),
        (HolderRole.Notary, "gongxinming"),
    ];

    private static readonly (string Account, string Price)[] Bidders =
    [
        ("chenguoliang", "2,288,231.72"),
        ("huanglixin", "2,296,472.00"),
        ("suxiaodong", "2,311,110.40"),
    ];

    private static readonly string[] Points = ["65", "56", "49.5"];

    private readonly List<string> barriers = [];

    [Fact]
    public async Task From_declaration_to_archive_by_everybodys_own_pages()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var people = await People.ArriveAsync(server);
        var visitor = await people.StrangerAsync(375, scripts: false);

        var number = await DeclareAsync(await people.SignInAsync("zhengkaiyuan"));
        await CompileAsync(await people.SignInAsync("liaoqingda"), number, await server.NowAsync());
        await using var programs = new HolderPrograms(server, number);
        var holders = await EnrolAsync(people, server, programs, number);
        await programs.UntilAsync("Registering");
        await VisitAsync(visitor, number, "招标投标法第二十四条", "密封投标");

        var bidders = await CertifyAsync(people);
        foreach (var (page, (_, price)) in bidders.Zip(Bidders))
        {
            await SealAsync(page, server, number, price);
        }

        await server.AdvanceClockAsync("28d");
        await Journey.UntilAsync(visitor, $"/tenders/{number}", "li[aria-current=step]:has-text('解锁甲')");
        await VisitAsync(visitor, number, "交出自己的锁");
        (await visitor.InnerTextAsync("main")).ShouldNotContain("2,288,231.72");
        foreach (var page in bidders)
        {
            await ReleaseAsync(page, number);
        }

        // Tenderer and agency give their keys by hand, the others' programs follow.
        programs.Stop(HolderRole.Tenderer);
        programs.Stop(HolderRole.Agency);
        await server.AdvanceClockAsync("70m");
        foreach (var holder in holders.Take(2))
        {
            await holder.GiveAsync();
        }

        await programs.UntilAsync("Opening");
        await VisitAsync(visitor, number, "清源市第一市政工程有限公司", "2,288,231.72", "已开标");

        var agency = await people.SignInAsync("liaoqingda");
        await ActAsync(agency, number, "唱标");
        var supervisor = await people.SignInAsync("yanshouzheng");
        await LookAsync(supervisor, number, "抽取评标专家");
        await programs.DrawAsync("2026-10-14 上证指数收盘 3901.22；深证成指收盘 12990.77");
        await LookAsync(supervisor, number, "通知评标专家");
        var experts = await supervisor.Locator("[data-expert]").AllInnerTextsAsync();
        experts.Count.ShouldBe(5);
        (await visitor.InnerTextAsync("main")).ShouldNotContain(experts[0]);
        await EvaluateAsync(people, number, experts);
        await VisitAsync(visitor, number, "中标候选人");

        await server.AdvanceClockAsync("6d");
        await programs.UntilAsync("Awarded");
        var tenderer = await people.SignInAsync("zhengkaiyuan");
        await ActAsync(tenderer, number, "签订合同", ("#contractNumber", "QY-2026-77"));
        await programs.UntilAsync("Archived");
        await VisitAsync(visitor, number, "QY-2026-77", "归档");
        await ProveAsync(visitor, server, number);
        barriers.ShouldBeEmpty();
    }

    private async Task<string> DeclareAsync(IPage page)
    {
        await page.GotoAsync("/tenders");
        await page.ClickAsync("a:has-text('项目申报')");
        await page.FillAsync("[name=ProjectTitle]", Title);
        await page.FillAsync("[name=Approval]", "清发改审〔2026〕18 号");
        await page.FillAsync("[name=Funds]", "市级财政");
        await page.FillAsync("[name=Estimate]", "2,400,000.00");
        await page.FillAsync("[name=Lots]", "主体工程");
        await SeeAsync(page, "declare");
        await page.ClickAsync(Send);
        await page.WaitForURLAsync(url => url.EndsWith("/act", StringComparison.Ordinal));
        var number = new Uri(page.Url).Segments[2].TrimEnd('/');
        await page.SelectOptionAsync("[name='Agency.Unit']", "agency-qingda");
        await page.FillAsync("[name='Agency.Reason']", "同类项目业绩最多");
        await SeeAsync(page, "choose-agency");
        await SendAsync(page);
        return number;
    }

    private async Task CompileAsync(IPage page, string number, DateTimeOffset now)
    {
        await page.GotoAsync("/tenders");
        await page.ClickAsync($"a[href='/tenders/{number}/act']");
        await page.SetInputFilesAsync("#documents", Journey.SamplePdf("招标文件.pdf"));
        await page.FillAsync("[name='Form.Criteria']", "施工组织设计｜50\n项目班子｜20");
        await page.FillAsync("[name='Form.PriceWeight']", "30");
        await page.FillAsync("[name='Form.Ceiling']", "2350000");
        await page.FillAsync("[name='Form.Deposit']", "48000");
        var deadline = now.AddDays(28).AddMinutes(-10);
        await page.FillAsync(
            "[name='Form.Deadline']",
            deadline.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        );
        await page.FillAsync("[name='Form.PartSize']", "1");
        await page.FillAsync("[name='Form.DummyRange']", "1");
        await SeeAsync(page, "compile");
        await SendAsync(page);
    }

    /// <summary>密钥仪式: each makes keys in the browser, keeps the file, registers; when all four have, each signs the notice.</summary>
    private async Task<List<HolderHands>> EnrolAsync(
        People people,
        ServerProcess server,
        HolderPrograms programs,
        string number
    )
    {
        var hands = new List<HolderHands>();
        foreach (var (role, account) in Holders)
        {
            var page = await people.SignInAsync(account);
            await page.GotoAsync("/tenders");
            await page.ClickAsync($"a[href='/tenders/{number}/act']");
            await SeeAsync(page, "enrol");
            var holder = new HolderHands(page, Path.Combine(server.Folder, $"{role}.holder-keys"), Passphrase);
            await holder.EnrolAsync();
            hands.Add(holder);
        }

        await SeeAsync(hands[0].Page, "keys");
        foreach (var holder in hands)
        {
            await holder.SignAsync();
        }

        foreach (var ((role, _), holder) in Holders.Zip(hands))
        {
            programs.Start(role, holder.File, Passphrase);
        }

        return hands;
    }

    /// <summary>投标人证书: asked for in the browser that will seal, issued by the supervisor.</summary>
    private static async Task<List<IPage>> CertifyAsync(People people)
    {
        var pages = new List<IPage>();
        foreach (var (account, _) in Bidders)
        {
            var page = await people.SignInAsync(account);
            await BrowserKeys.EnrolAsync(page, "bidder", shows: "td:has-text('等待审批')");
            pages.Add(page);
        }

        var supervisor = await people.SignInAsync(People.Supervisor);
        await supervisor.GotoAsync("/supervise/certificates");
        for (var left = pages.Count; left > 0; left--)
        {
            await supervisor.Locator("button:has-text('签发')").First.ClickAsync();
            await supervisor.WaitForFunctionAsync(
                "left => document.querySelectorAll('tbody tr').length === left",
                left - 1
            );
        }

        foreach (var page in pages)
        {
            await page.GotoAsync("/account/certificates");
            await page.WaitForSelectorAsync("td:has-text('密钥在这个浏览器里')");
        }

        return pages;
    }

    private async Task SealAsync(IPage page, ServerProcess server, string number, string price)
    {
        await page.GotoAsync($"/tenders/{number}");
        await page.ClickAsync("a:has-text('密封投标')");
        var form = new BidForm(page, $"{server.Url}/tenders/{number}/bid");
        await page.WaitForSelectorAsync("[data-tender]:visible");
        await form.FillAsync(price);
        await form.TestRecoveryAsync(await form.MakeRecoveryAsync(Passphrase), Passphrase);
        await form.RecoveryIsGoodAsync();
        await form.SealAsync();
        await form.ReceiptAsync("final");
        await SeeAsync(page, "receipt");
    }

    private async Task ReleaseAsync(IPage page, string number)
    {
        await page.GotoAsync($"/tenders/{number}/bid");
        await page.FillAsync("#release-passphrase", Passphrase);
        await SeeAsync(page, "release");
        await page.ClickAsync("form[data-release] button");
        await page.WaitForSelectorAsync("[data-release-done]:visible, [data-alert]:visible");
        (await page.IsVisibleAsync("[data-alert]")).ShouldBeFalse(await page.InnerTextAsync("[data-bid]"));
    }

    /// <summary>资格后审、暗标评分、报告: whoever was called, one after the other.</summary>
    private async Task EvaluateAsync(People people, string number, IReadOnlyList<string> names)
    {
        var accounts = DemoCity
            .Accounts()
            .Where(account => account.Role == "评标专家")
            .ToDictionary(account => account.Person, account => account.Name);
        var pages = new List<IPage>();
        foreach (var name in names)
        {
            pages.Add(await people.SignInAsync(accounts[name]));
        }

        await LookAsync(pages[0], number, "资格后审");
        (await pages[0].InnerTextAsync("main")).ShouldNotContain("有限公司");
        await ReadPartAsync(pages[0], "资格", "甲-资格.pdf");
        await ActAsync(pages[0], number, "资格后审");
        foreach (var page in pages)
        {
            await LookAsync(page, number, "独立评分");
            if (page == pages[0])
            {
                await ReadPartAsync(page, "技术", "甲-1.pdf");
                await LookAsync(page, number, "独立评分");
            }

            foreach (var (points, at) in Points.Select((points, at) => (points, at)))
            {
                await page.FillAsync($"#points-{at}", points);
            }

            await SendAsync(page);
        }

        foreach (var page in pages)
        {
            await ActAsync(page, number, "评标报告签字");
        }
    }

    private async Task ReadPartAsync(IPage page, string link, string file)
    {
        await page.Locator($"main a:has-text('{link}')").First.ClickAsync();
        await SeeAsync(page, "part");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("tbody a").First.ClickAsync());
        download.SuggestedFilename.ShouldBe(file);
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldStartWith("%PDF-");
    }

    private static async Task ProveAsync(IPage visitor, ServerProcess server, string number)
    {
        var file = Path.Combine(server.Folder, "export");
        var address = await visitor.GetAttributeAsync("a:has-text('离线验证')", "href");
        address.ShouldBe($"/tenders/{number}/export");
        var answer = await visitor.Context.APIRequest.GetAsync(server.Url + address);
        await File.WriteAllBytesAsync(file, await answer.BodyAsync());
        var (code, output) = await ServerProcess.RunAsync("tender", "verify", file, "--json");
        code.ShouldBe(0, output);
        JsonSerializer.Deserialize<JsonElement>(output).GetProperty("passed").GetBoolean().ShouldBeTrue();
        (code, output) = await ServerProcess.RunAsync("verify", "--data", server.Folder);
        code.ShouldBe(0, output);
    }

    private static async Task VisitAsync(IPage visitor, string number, params string[] shown)
    {
        await visitor.GotoAsync($"/tenders/{number}");
        var text = await visitor.InnerTextAsync("main");
        foreach (var each in shown)
        {
            text.ShouldContain(each);
        }

        await People.PictureAsync(visitor, "public-" + shown[0]);
        (await People.OverflowAsync(visitor)).ShouldBe(0, shown[0]);
    }

    private async Task LookAsync(IPage page, string number, string heading)
    {
        await page.GotoAsync($"/tenders/{number}/act");
        (await page.InnerTextAsync("h1")).ShouldBe(heading);
        await SeeAsync(page, heading);
    }

    private async Task ActAsync(IPage page, string number, string heading, params (string Control, string Text)[] said)
    {
        await LookAsync(page, number, heading);
        foreach (var (control, text) in said)
        {
            await page.FillAsync(control, text);
        }

        await SendAsync(page);
    }

    private static async Task SendAsync(IPage page)
    {
        await page.Locator(Send).First.ClickAsync();
        await page.WaitForSelectorAsync("p[role=status], .alert:visible");
        (await page.Locator("p[role=status]").CountAsync()).ShouldBe(1, await page.InnerTextAsync("main"));
    }

    private readonly HashSet<string> seen = [];

    /// <summary>Each kind of page once: no barrier; pictures where they are asked for.</summary>
    private async Task SeeAsync(IPage page, string name)
    {
        if (seen.Add(name))
        {
            barriers.AddRange(await People.BarriersAsync(page));
            await People.PictureAsync(page, name);
        }
    }
}
