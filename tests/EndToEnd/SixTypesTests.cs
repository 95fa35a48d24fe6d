using Approvals.EndToEnd.Tests.Fixtures;
using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests;

/// <summary>
/// The case types beside the committed one in a real browser, each from the application to the archive by the people concerned, all on one
/// server. The committed type's journey is <see cref="WholeCaseTests"/>.
/// </summary>
public sealed class SixTypesTests(OpenHall hall) : IClassFixture<OpenHall>
{
    private const string Citizen = "zhouwenbin";
    private static readonly (string, string)[] Nothing = [];
    private static readonly (string, string)[] Truthful = [("truthful", "true")];

    [Fact]
    public async Task Immediate_decided_at_the_window_and_the_licence_cancelled_later()
    {
        var elder = await hall.AsAsync(Citizen);
        var key = await OpenHall.ApplyAsync(elder, "QY056", Nothing, [("household", "local")], Nothing, Truthful);
        await hall.DecideAsync("panmeihua", key, "approve");
        await ClosedAsync(elder, key, "老年人优待证");

        await elder.GotoAsync("/me/licences");
        (await elder.InnerTextAsync("main")).ShouldContain("有效");
        await hall.LookAsync(elder, "licences");
        await elder.ClickAsync("main a:has-text('核验')");
        var verify = elder.Url;
        (await elder.InnerTextAsync(".verdict")).ShouldContain("有效");

        var approver = await hall.AsAsync("gaojianhong");
        await approver.GotoAsync($"/work/cases/{key}/licence");
        await hall.LookAsync(approver, "licence");
        await OpenHall.FillAsync(approver, ("Ending", "Cancelled"), ("Reasons", "持证人户籍已迁出。"));
        await approver.ClickAsync("main form button.pri");
        await approver.WaitForSelectorAsync(".did:has-text('登记已变更')");
        await elder.GotoAsync(verify);
        (await elder.InnerTextAsync(".verdict")).ShouldContain("已注销");
        await hall.LookAsync(elder, "verify-ended");
        hall.Barriers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Notified_granted_at_once_and_checked_afterwards()
    {
        var firm = await hall.AsAsync(People.Applicant);
        (string, string)[] promise = [("commitment", "true"), ("truthful", "true")];
        var key = await OpenHall.ApplyAsync(firm, "QY058", Nothing, Nothing, promise);
        await hall.DecideAsync("songyating", key, "approve");
        await Journey.UntilAsync(firm, "/me/cases/" + key, "main:has-text('等待核查承诺')");
        await hall.LookAsync(firm, "notified-case");
        await hall.DecideAsync("dengzhiqiang", key, "keep", ("Finding", "现场核查：场所、人员与承诺一致。"));
        await ClosedAsync(firm, key, "人力资源服务许可证");
        hall.Barriers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Joint_with_departments_inspection_and_meeting()
    {
        var school = await hall.AsAsync(People.Applicant);
        (string, string)[] bus = [("plate", "闽 C12345"), ("seats", "36"), ("driver", "林建国")];
        var key = await OpenHall.ApplyAsync(school, "QY064", Nothing, bus, Nothing, Truthful);
        await hall.DecideAsync("luoqiaoling", key, "accept");
        await hall.DecideAsync("yangzhenhai", key, "agree", ("Opinion", "驾驶人资格符合。"));
        await hall.DecideAsync("shaoweimin", key, "agree", ("Opinion", "线路可行。"));
        (string, string)[] call =
        [
            ("Day", "2026-09-18"),
            ("Time", "09:30"),
            ("Place", "清源市澄江区文庙路 126 号校门口"),
        ];
        await hall.DecideAsync("mengfanyu", key, "inspect", call);
        await Journey.UntilAsync(school, "/me/cases/" + key, "main:has-text('等待联合踏勘')");
        (string, string)[] findings =
        [
            ("Findings[education]", "站点已后移。"),
            ("Findings[police]", "符合要求。"),
            ("Findings[transport]", "线路合适。"),
        ];
        await hall.DecideAsync("mengfanyu", key, "record", findings);
        (string, string)[] minutes =
        [
            ("HeldOn", "2026-09-16"),
            ("Minutes", "各单位一致同意调整后的线路。"),
            ("Votes[education]", "For"),
            ("Votes[police]", "For"),
            ("Votes[transport]", "Abstained"),
        ];
        await hall.DecideAsync("mengfanyu", key, "meet", minutes);
        await hall.DecideAsync("mengfanyu", key, "pass", ("Opinion", "符合条件。"));
        await hall.LookAsync(await hall.AsAsync("mengfanyu"), "joint-case");
        await hall.DecideAsync("heguoxing", key, "approve");
        await ClosedAsync(school, key, "校车");
        hall.Barriers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Referred_reviewed_in_the_district_and_decided_in_the_city()
    {
        var teacher = await hall.AsAsync(Citizen);
        (string, string)[] subject = [("subject", "physics"), ("basis", "degree")];
        var key = await OpenHall.ApplyAsync(teacher, "QY063", Nothing, subject, Nothing, Truthful);
        await hall.DecideAsync("fengxiaoyan", key, "accept");
        await hall.DecideAsync("caoyonghe", key, "pass", ("Opinion", "材料齐全，符合条件，建议准予。"));
        await hall.DecideAsync("heguoxing", key, "approve");
        await ClosedAsync(teacher, key, "教师资格证书");
        hall.Barriers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Green_channel_with_a_paper_that_follows()
    {
        var needy = await hall.AsAsync(Citizen);
        (string, string)[] promise = [("undertaking", "true"), ("truthful", "true")];
        (string, string)[] situation = [("situation", "家中失火，暂无住处。")];
        var key = await OpenHall.ApplyAsync(needy, "QY055", Nothing, situation, [("hardship", "")], promise);
        await hall.DecideAsync("shixiaolan", key, "accept", ("Owed[2]", "2026-09-20"));
        (string, string)[] minutes =
        [
            ("HeldOn", "2026-09-16"),
            ("Minutes", "先行救助，手续后补。"),
            ("Votes[yunqi]", "For"),
            ("Votes[civil]", "For"),
        ];
        await hall.DecideAsync("ouyangmin", key, "meet", minutes);
        await hall.DecideAsync("ouyangmin", key, "pass", ("Opinion", "情况属实，急需救助。"));
        await Journey.UntilAsync(needy, "/me/cases/" + key, "a[href$='/supply']");
        await hall.LookAsync(needy, "owed");
        await needy.ClickAsync("a[href$='/supply']");
        await hall.LookAsync(needy, "supply");
        await needy.SetInputFilesAsync("main input[type=file]", Journey.SamplePdf("困难证明.pdf"));
        await needy.ClickAsync("main form button.pri");
        await needy.WaitForURLAsync(url => !url.EndsWith("/supply", StringComparison.Ordinal));
        await hall.DecideAsync("ouyangmin", key, "pass", ("Opinion", "材料已补齐。"));
        await hall.DecideAsync("jiangguoliang", key, "approve");
        await ClosedAsync(needy, key, "临时救助");
        hall.Barriers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Returned_with_the_ground_and_where_to_go()
    {
        var applicant = await hall.AsAsync(People.Applicant);
        var key = await ApplyForHygieneAsync(applicant);
        (string, string)[] ground =
        [
            ("Ground", "NotCompetent"),
            ("Reason", "您经营的是书店，不属于公共场所卫生许可的范围。"),
            ("WhereToGo", "文化和旅游局窗口 11 号"),
        ];
        await hall.DecideAsync(People.Clerk, key, "return", ground);
        await ClosedAsync(applicant, key, "文化和旅游局窗口 11 号");
        hall.Barriers.ShouldBeEmpty();
    }

    private static async Task<string> ApplyForHygieneAsync(IPage applicant)
    {
        await new Journey((_, _) => Task.CompletedTask).ApplyAsync(applicant);
        return new Uri(applicant.Url).AbsolutePath.Split('/')[3];
    }

    /// <summary>The applicant's page says that the case is over, and shows what came of it.</summary>
    private static async Task ClosedAsync(IPage applicant, string key, string result)
    {
        await Journey.UntilAsync(applicant, "/me/cases/" + key, "main:has-text('已办结')");
        (await applicant.InnerTextAsync("main")).ShouldContain(result);
    }
}
