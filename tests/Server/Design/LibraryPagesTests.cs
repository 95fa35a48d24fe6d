using System.IO.Compression;
using System.Net;
using System.Text;
using Approvals.Server.Tests.Fixtures;
using Approvals.Workflow.Library;

namespace Approvals.Server.Tests.Design;

/// <summary>The library as its people see it, without scripts.</summary>
public sealed class LibraryPagesTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Designer = "luchengzhi";

    [Fact]
    public async Task The_library_of_a_new_folder_holds_what_is_deployed()
    {
        var designer = await server.SignInAsync(Designer);
        var page = await designer.GetAsync("/design");
        page.TextsOf(".documents b").ShouldContain("承诺件");
        page.TextsOf(".documents .tag").ShouldContain("与已部署的第 1 版一致");
        page.TextsOf(".documents .tag").ShouldContain("草稿有改动，已部署第 1 版");
        page.TextsOf(".documents p").ShouldContain(text => text.StartsWith("陆承志 改于", StringComparison.Ordinal));
        page.TextsOf(".folders a").ShouldContain(text => text.StartsWith("流程", StringComparison.Ordinal));

        var found = await designer.GetAsync("/design?q=committed&kind=process");
        found.TextsOf(".documents b").ShouldBe(["承诺件"]);
        (await designer.GetAsync("/design?q=nothing-of-this-name")).TextsOf(".documents b").ShouldBeEmpty();

        var address = page.Document.QuerySelector(".documents a")!.GetAttribute("href")!;
        var picture = await designer.GetAsync(address + "/picture.svg?r=1");
        picture.Body.ShouldStartWith("<svg");
        picture.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [Fact]
    public async Task A_draft_that_begins_anew_keeps_its_id_and_becomes_the_next_version()
    {
        var designer = await server.SignInAsync(Designer);
        var list = await designer.GetAsync("/design?q=notified&kind=process");
        var address = list.Document.QuerySelector(".documents b")!.ParentElement!.GetAttribute("href")!;
        var history = await designer.GetAsync(address + "/history");
        (await designer.SendAsync(history, "form[action*=Restart]", Sending.Of()))
            .TextOf(".did")
            .ShouldContain("编号不变");
        (await designer.GetAsync(address + "/history")).TextsOf("tbody td:nth-child(3)")[0].ShouldBe("从空白模板重画");
        var deploy = await designer.GetAsync(address + "/deploy");
        deploy.TextOf(".page-head").ShouldContain("第 1 版");
        deploy.TextsOf(".differences .tag").ShouldContain("删去");
        (await designer.GetAsync("/design?q=notified&kind=process")).TextsOf(".documents b").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_document_is_made_shown_renamed_deleted_and_recovered()
    {
        var designer = await server.SignInAsync(Designer);
        var name = "现场<b>核查</b>";
        var form = await designer.GetAsync("/design/new?kind=process");
        (await designer.SendAsync(form, "main form", Sending.Of(("Name", name))))
            .TextOf(".alert")
            .ShouldContain("不能含");

        var shell = await designer.SendAsync(
            form,
            "main form",
            Sending.Of(("Name", "现场核查"), ("Folder", "卫健委/许可"))
        );
        shell.Heading.ShouldBe("现场核查");
        var editor = shell.Document.QuerySelector("#designer")!;
        editor.GetAttribute("data-kind").ShouldBe("process");
        editor.GetAttribute("data-may-change").ShouldBe("true");
        editor.GetAttribute("data-revision").ShouldBe("1");
        editor.GetAttribute("data-language").ShouldBe("zh-Hans");
        editor.GetAttribute("data-token").ShouldNotBeNullOrEmpty();
        editor.QuerySelector("svg").ShouldNotBeNull();
        shell
            .Response.Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldContain("style-src 'self' 'unsafe-inline'");

        var history = await designer.GetAsync(shell.Address + "/history");
        var renamed = await designer.SendAsync(
            history,
            "form[action*='handler=Place']",
            Sending.Of(("Name", "实地核查"), ("Folder", "卫健委"))
        );
        renamed.TextsOf("tbody td:nth-child(3)").ShouldBe(["移动，原在：卫健委/许可", "改名，原名“现场核查”", "新建"]);
        var list = await designer.SendAsync(renamed, "form[action*='handler=Delete']", Sending.Of());
        list.TextsOf(".documents b").ShouldNotContain("实地核查");
        (await designer.GetAsync(shell.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var back = await designer.SendAsync(list, ".bin form", Sending.Of());
        back.TextsOf(".documents b").ShouldContain("实地核查");
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_and_hostile_bundles_can_not()
    {
        var designer = await server.SignInAsync(Designer);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var id = await client.CreateAsync("form", "往返");
        using var export = await client.GetAsync("/design/export");
        await using var bundle = await export.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var (files, _) = Bundle.Read(bundle);
        files!.Select(file => file.Path).ShouldContain("往返.form");
        files!.Select(file => file.Path).ShouldContain("流程/承诺件.bpmn");
        ScenarioModel.Of(files!.First(file => file.Kind == DocumentKind.Scenario).Text).ShouldBe("承诺件.bpmn");

        var changed = files!.Select(file =>
            file.Name == "往返" ? file with { Text = file.Text.Replace("100", "50", StringComparison.Ordinal) } : file
        );
        var form = await designer.GetAsync("/design/import");
        var imported = await designer.SendAsync(form, "main form", Sent("library.zip", Bundle.Write(changed)));
        imported.TextOf(".did").ShouldContain("已导入");
        var (_, document) = await client.SendAsync("GET", $"documents/{id}");
        document.GetProperty("revision").GetInt32().ShouldBe(2);

        foreach (
            var (name, bytes, words) in new[]
            {
                ("slip.zip", Zip("../../evil.bpmn", "<a/>"), "不允许"),
                ("bomb.zip", Zip("a.form", new string('x', 5 * 1024 * 1024)), "太大"),
                ("bad.zip", "none"u8.ToArray(), "打不开"),
                ("bad.bpmn", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"u8.ToArray(), "文档类型"),
                ("bad.exe", "x"u8.ToArray(), "不是流程"),
                ("big.form", new byte[5 * 1024 * 1024], "超过"),
            }
        )
        {
            form = await designer.GetAsync("/design/import");
            var refused = await designer.SendAsync(form, "main form", Sent(name, bytes));
            refused.TextsOf(".alert").ShouldHaveSingleItem($"{name}: {refused.Status}").ShouldContain(words);
        }
    }

    [Fact]
    public async Task A_script_in_a_name_is_shown_as_text()
    {
        var designer = await server.SignInAsync(Designer);
        using var client = await DesignClient.OpenAsync(server, Designer);
        var content = DocumentTemplates
            .Of(DocumentKind.Process, "<script>alert(1)</script>", 4711)
            .Replace("审查", "&lt;img src=x onerror=alert(1)&gt;", StringComparison.Ordinal);
        var id = await client.CreateAsync("process", "脚本", content);
        foreach (var path in new[] { "/design", $"/design/documents/{id}", $"/design/documents/{id}/picture.svg" })
        {
            var page = await designer.GetAsync(path);
            page.Body.ShouldNotContain("<script>alert", customMessage: path);
            page.Body.ShouldNotContain("<img src=x", customMessage: path);
        }
    }

    [Fact]
    public async Task The_live_view_shows_what_runs_of_a_process()
    {
        var designer = await server.SignInAsync(Designer);
        var page = await designer.GetAsync("/design/live?process=committed");
        page.TextOf(".folders a[aria-current]").ShouldStartWith("承诺件");
        page.Document.QuerySelector("figure svg").ShouldNotBeNull();
        (await designer.GetAsync("/design/live?process=nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("fangjingyi", 200)]
    [InlineData("linxiaoyun", 403)]
    [InlineData("chenlijuan", 403)]
    [InlineData(null, 302)]
    public async Task Supervisors_look_at_every_page_and_change_nothing(string? account, int expected)
    {
        using var designer = await DesignClient.OpenAsync(server, Designer);
        using var visitor = await DesignClient.OpenAsync(server, account);
        var id = await designer.CreateAsync("process", $"门 {expected} {account ?? "无"}");
        foreach (
            var path in new[]
            {
                "/design",
                "/design/new?kind=form",
                "/design/import",
                "/design/export",
                "/design/live",
                $"/design/documents/{id}/deploy",
                $"/design/documents/{id}",
                $"/design/documents/{id}/history",
                $"/design/documents/{id}/file",
                $"/design/documents/{id}/picture.svg",
            }
        )
        {
            ((int)(await visitor.GetAsync(path)).StatusCode).ShouldBe(expected, path);
        }
    }

    private static Sending Sent(string name, byte[] bytes) => Sending.Of().With(new SentFile("Files", name, bytes));

    private static byte[] Zip(string path, string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = zip.CreateEntry(path).Open();
            content.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
