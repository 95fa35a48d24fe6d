using System.Net;
using System.Text;
using Approvals.Server.Tests.Fixtures;

namespace Approvals.Server.Tests.Administer;

/// <summary>The administrators' pages over the catalogue: drafts, checks, publishing, files, and the guides of other days.</summary>
public sealed class CatalogueEditingTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Administrator = "hemingyue";

    [Theory]
    [InlineData("linxiaoyun")]
    [InlineData("fangjingyi")]
    [InlineData("chenlijuan")]
    public async Task Nobody_else_opens_or_changes_the_catalogue(string account)
    {
        var other = await server.SignInAsync(account);
        foreach (
            var address in new[]
            {
                "/catalogue",
                "/catalogue/items/QY010",
                "/catalogue/import",
                "/catalogue/export.csv",
            }
        )
        {
            (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden, address);
        }
    }

    [Fact]
    public async Task A_new_version_is_a_draft_until_it_passes_the_checks()
    {
        var admin = await server.SignInAsync(Administrator);
        var editor = await admin.GetAsync("/catalogue/items/QY013");
        editor.Document.QuerySelector("#f-name")!.GetAttribute("value").ShouldBe("护士执业注册");

        var wrong = await admin.SendAsync(
            editor,
            "form.editor",
            Sending.Of(("f.promisedDays", "七天"), ("f.name", "护士执业注册（改）"))
        );
        wrong.TextOf(".alert").ShouldContain("承诺时限");
        wrong.Document.QuerySelector("#f-promisedDays")!.GetAttribute("value").ShouldBe("七天");
        wrong.Document.QuerySelector("#f-name")!.GetAttribute("value").ShouldBe("护士执业注册（改）");

        var catchAll = await admin.SendAsync(
            wrong,
            "form.editor",
            Sending.Of(
                ("f.promisedDays", "25"),
                ("f.materials.6.material", "其他需要提交的材料"),
                ("f.materials.6.materialBasis", "护士条例第7条"),
                ("f.materials.6.required", "是")
            )
        );
        catchAll.TextOf(".did").ShouldBe("草稿已保存。");
        catchAll.TextOf(".against").ShouldContain("其他需要提交的材料");
        catchAll.TextOf(".against").ShouldContain("25");
        catchAll.Document.QuerySelector("form[action$='handler=publish']").ShouldBeNull();
        (await server.Visit().GetAsync("/items/QY013")).Heading.ShouldBe("护士执业注册");

        var good = await admin.SendAsync(
            catchAll,
            "form.editor",
            Sending.Of(("f.promisedDays", "5"), ("f.materials.6.material", ""), ("f.materials.6.materialBasis", ""))
        );
        var early = await admin.SendAsync(good, "form[action$='handler=publish']", Sending.Of(("from", "2026-10-01")));
        early.TextOf(".alert").ShouldContain("生效日已经过去");
        var published = await admin.SendAsync(
            early,
            "form[action$='handler=publish']",
            Sending.Of(("from", "2026-10-12"))
        );
        published.TextOf(".did").ShouldContain("新版本已公布");
        published.Body.ShouldNotContain("只有管理员看得到");

        var visitor = server.Visit();
        (await visitor.GetAsync("/items/QY013")).Heading.ShouldBe("护士执业注册（改）");
        var old = await visitor.GetAsync("/items/QY013?on=2026-03-01");
        old.Heading.ShouldBe("护士执业注册");
        old.TextOf(".alert").ShouldContain("2026 年 3 月 1 日");
        (await visitor.GetAsync("/items/QY013?on=2025-03-01")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/items/QY013?on=yesterday")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_withdrawn_item_leaves_the_catalogue_after_its_last_day_and_stays_readable()
    {
        var admin = await server.SignInAsync(Administrator);
        var editor = await admin.GetAsync("/catalogue/items/QY015");
        var past = await admin.SendAsync(
            editor,
            "form[action$='handler=withdraw']",
            Sending.Of(("last", "2026-10-01"))
        );
        past.TextOf(".alert").ShouldContain("昨天以前的指南不能改");
        var done = await admin.SendAsync(past, "form[action$='handler=withdraw']", Sending.Of(("last", "2026-10-12")));
        done.TextOf(".did").ShouldContain("撤下");
        var visitor = server.Visit();
        (await visitor.GetAsync("/items/QY015")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/items/QY015?on=2026-10-13")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/items/QY015?on=2026-10-01")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_is_imported_whole_or_not_at_all()
    {
        var admin = await server.SignInAsync(Administrator);
        var exported = await admin.GetAsync("/catalogue/export.csv");
        exported.Body.TrimStart('\uFEFF').ShouldStartWith("编码,事项名称");
        var rows = exported.Body.Split("\r\n");
        var page = await admin.GetAsync("/catalogue/import");
        var bad = Encoding.UTF8.GetBytes("编码,事项名称,承诺时限\r\nQY901,甲,5\r\nQY902,乙,五\r\n,丙,5\r\n");
        var refused = await admin.SendAsync(
            page,
            "form[enctype]",
            Sending.Of().With(new SentFile("file", "items.csv", bad))
        );
        refused.TextsOf(".against li").ShouldBe(["第 3 行“承诺时限”写得不对：五。", "第 4 行没有编码。请补上。"]);
        (await admin.GetAsync("/catalogue/items/QY901")).Status.ShouldBe(HttpStatusCode.NotFound);

        var good = Encoding.UTF8.GetBytes("编码,事项名称,承诺时限\r\nQY901,甲,5\r\nQY902,乙,3\r\n");
        var imported = await admin.SendAsync(
            refused,
            "form[enctype]",
            Sending.Of().With(new SentFile("file", "items.csv", good))
        );
        imported.TextOf(".did").ShouldContain("已导入");
        imported.Body.ShouldContain("QY902");
        rows.Length.ShouldBeGreaterThan(40);
        (await admin.GetAsync("/catalogue/export.json")).Body.ShouldStartWith("[\n{\"code\":");
    }

    [Fact]
    public async Task An_item_begins_as_an_empty_draft()
    {
        var admin = await server.SignInAsync(Administrator);
        var page = await admin.GetAsync("/catalogue/items");
        var unnamed = await admin.SendAsync(page, "form.editor", Sending.Of(("f.name", "某事项")));
        unnamed.TextOf(".alert").ShouldContain("请填写事项编码");
        unnamed.Document.QuerySelector("#f-name")!.GetAttribute("value").ShouldBe("某事项");
        var saved = await admin.SendAsync(unnamed, "form.editor", Sending.Of(("f.code", "QY903")));
        saved.Heading.ShouldBe("某事项");
        var findings = saved.TextsOf(".against li");
        findings.ShouldContain(finding => finding.Contains("依据"));
        findings.ShouldContain(finding => finding.Contains("时限"));
        var discarded = await admin.SendAsync(saved, "form[action$='handler=discard']", Sending.Of());
        discarded.TextOf(".did").ShouldContain("草稿已删除");
    }

    [Fact]
    public async Task The_list_narrows_by_initials_life_events_and_visits()
    {
        var visitor = server.Visit();
        (await visitor.GetAsync("/items?q=ggcswsxk")).TextsOf(".found a")[0].ShouldBe("公共场所卫生许可");
        var atHome = await visitor.GetAsync("/items?visits=0");
        atHome.TextsOf(".found a").ShouldContain("公共场所卫生许可");
        atHome.TextOf(".chosen").ShouldContain("一趟不用跑");
        (await visitor.GetAsync("/items?event=" + Uri.EscapeDataString("结婚"))).TextOf("#found").ShouldContain("1");
        var sample = await visitor.GetAsync("/items/QY010");
        sample.TextsOf(".sample li").ShouldContain("标明尺寸、比例和方位");
    }
}
