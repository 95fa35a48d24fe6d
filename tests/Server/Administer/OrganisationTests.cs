using System.Net;
using Approvals.Cases.Handling;
using Approvals.Kernel.Store;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Administer;

/// <summary>Units, windows, people and posts, changed by administrators and journalled.</summary>
public sealed class OrganisationTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Administrator = "hemingyue";

    private static readonly SqlText Puts = new(
        "SELECT count(*) FROM journal WHERE type = 'organisation.unit-put' AND stream = (SELECT stream FROM unit WHERE code = 'yutang')"
    );

    [Fact]
    public async Task A_street_is_added_changed_and_journalled()
    {
        var admin = await server.SignInAsync(Administrator);
        var page = await admin.GetAsync("/catalogue/units/new");
        (string, string)[] street =
        [
            ("Unit.Code", "yutang"),
            ("Unit.Name", "玉塘街道办事处"),
            ("Unit.ShortName", "玉塘街道"),
            ("Unit.Level", "Street"),
            ("Unit.Kind", "Local"),
            ("Unit.Parent", "centre"),
            ("Unit.CreditCode", "11990100MB0QY10107"),
            ("Unit.Region", "990102009"),
            ("Unit.DocumentPrefix", "玉街"),
            ("Unit.Windows", "1｜便民服务窗口｜一楼｜0599-000 3001｜工作日 9:00–17:00"),
        ];
        var wrong = await admin.SendAsync(page, "form.unit-form", Sending.Of(street));
        wrong.TextOf(".alert").ShouldContain("校验不对");
        wrong.Document.QuerySelector("#Unit-Name")!.GetAttribute("value").ShouldBe("玉塘街道办事处");

        var tree = await admin.SendAsync(
            wrong,
            "form.unit-form",
            Sending.Of(("Unit.CreditCode", "11990100MB0QY10106"))
        );
        tree.TextOf(".did").ShouldBe("单位已保存。");
        tree.TextsOf("td.depth-1").ShouldContain("玉塘街道办事处");

        var again = await admin.GetAsync("/catalogue/units/yutang");
        var ring = await admin.SendAsync(again, "form.unit-form", Sending.Of(("Unit.Name", "澄江区玉塘街道办事处")));
        ring.TextOf(".did").ShouldBe("单位已保存。");
        server.Platform.Readers.Read(session => session.QueryInteger(Puts)).ShouldBe(2);
        server
            .Platform.Readers.Read(session => Organisation.Unit(session, "yutang"))
            .Name.ShouldBe("澄江区玉塘街道办事处");
    }

    [Fact]
    public async Task Somebody_new_signs_in_and_works_until_the_post_is_taken_away()
    {
        var admin = await server.SignInAsync(Administrator);
        var unit = await admin.GetAsync("/catalogue/units/health");
        var weak = await admin.SendAsync(
            unit,
            "form.engage",
            Sending.Of(("name", "沈知行"), ("role", "clerk"), ("account", "shenzhixing"), ("password", "1"))
        );
        weak.TextOf(".alert").ShouldContain("密码太短");
        var taken = await admin.SendAsync(
            unit,
            "form.engage",
            Sending.Of(
                ("name", "沈知行"),
                ("role", "clerk"),
                ("account", "linxiaoyun"),
                ("password", DemoServer.Password)
            )
        );
        taken.TextOf(".alert").ShouldContain("已经有人用");
        var engaged = await admin.SendAsync(
            unit,
            "form.engage",
            Sending.Of(
                ("name", "沈知行"),
                ("role", "clerk"),
                ("title", "窗口人员"),
                ("account", "shenzhixing"),
                ("password", DemoServer.Password)
            )
        );
        engaged.TextOf(".did").ShouldBe("人员和账号已建好。");
        engaged.TextsOf("tbody tr").ShouldContain(row => row.Contains("沈知行") && row.Contains("窗口人员"));

        var clerk = await server.SignInAsync("shenzhixing");
        (await clerk.GetAsync("/work")).Status.ShouldBe(HttpStatusCode.OK);
        var row = engaged.Document.QuerySelectorAll("tbody tr").Single(each => each.TextContent.Contains("沈知行"));
        var person = row.QuerySelector("input[name=person]")!.GetAttribute("value")!;
        var relieved = await admin.SendAsync(
            engaged,
            "tbody form",
            Sending.Of(("person", person), ("group", "clerk@health"))
        );
        relieved.TextOf(".did").ShouldBe("岗位已取消。");
        (await clerk.GetAsync("/work")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_takes_away_the_own_post_and_nobody_else_any()
    {
        var admin = await server.SignInAsync(Administrator);
        var centre = await admin.GetAsync("/catalogue/units/centre");
        var own = centre.Document.QuerySelectorAll("tbody tr").Single(each => each.TextContent.Contains("何明月"));
        var person = own.QuerySelector("input[name=person]")!.GetAttribute("value")!;
        var refused = await admin.SendAsync(
            centre,
            "tbody form",
            Sending.Of(("person", person), ("group", "administrator@centre"))
        );
        refused.TextOf(".alert").ShouldContain("不能取消自己");

        var clerk = await server.SignInAsync("linxiaoyun");
        (await clerk.GetAsync("/catalogue/units")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var answer = await server.Platform.SendAsync(
            new Approvals.Kernel.Actor("p:1", ["clerk@health"]),
            scope => OrganisationEditing.Relieve(scope, long.Parse(person), "administrator@centre")
        );
        answer.Rejection!.Code.ShouldBe("organisation.not-administrator");
    }
}
