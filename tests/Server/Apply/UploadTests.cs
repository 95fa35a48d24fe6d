using Approvals.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Tests.Apply;

public sealed class UploadTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const int Limit = 10 * 1024 * 1024;
    private static readonly byte[] Html = "<!doctype html>"u8.ToArray();

    public static TheoryData<string, int, bool, string> Refused =>
        new()
        {
            { "报告.docx", 500, true, "“报告.docx”的格式不收，请换成 pdf, jpg, png" },
            { "报告.pdf", 500, false, "“报告.pdf”不是真正的 PDF 文件，请重新导出或拍照后上传" },
            { "报告.png", 500, true, "“报告.png”不是真正的 PNG 文件，请重新导出或拍照后上传" },
            { "报告.pdf", 0, false, "“报告.pdf”是空的，请重新选择" },
            { "报告.pdf", Limit + 1, true, "“报告.pdf”太大，每份不超过 10 MB" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_not_taken_is_named_with_what_to_do(
        string name,
        int length,
        bool isPdf,
        string words
    )
    {
        var (visitor, _, _) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());
        var bad = isPdf
            ? Sending.Pdf("testReport", name, length)
            : new SentFile("testReport", name, length == 0 ? [] : Html);

        var page = await visitor.FillAsync(3, Sending.Of().With(bad, Sending.Pdf("floorPlan", "平面图.pdf")));

        page.TextOf("#testReport-error").ShouldBe(words);
        page.TextsOf(".stored a").ShouldBe(["平面图.pdf"]);
    }

    [Fact]
    public async Task A_file_of_the_largest_size_is_taken()
    {
        var (visitor, _, person) = await server.BathhouseAsync();

        await visitor.FillAsync(3, Sending.Of().With(Sending.Pdf("testReport", "报告.pdf", Limit)));

        var file = await server.ReadAsync(reads =>
            (
                from draft in reads.Drafts
                join stored in reads.DraftFiles on draft.Key equals stored.Draft
                where draft.Person == person
                select stored
            ).SingleAsync()
        );
        file.Length.ShouldBe(Limit);
        file.Media.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task Of_several_bad_files_in_one_place_the_first_is_named()
    {
        var (visitor, _, _) = await server.BathhouseAsync();
        var bad = Sending
            .Of(("_go", "save"))
            .With(new SentFile("floorPlan", "一.pdf", Html), new SentFile("floorPlan", "二.pdf", Html));

        var page = await visitor.FillAsync(3, bad);

        page.TextsOf(".govuk-error-message").ShouldBe(["“一.pdf”不是真正的 PDF 文件，请重新导出或拍照后上传"]);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\桌面\\检测 报告.pdf", "检测 报告.pdf")]
    [InlineData("发票\u202Efdp.pdf", "发票fdp.pdf")]
    [InlineData("<b>a</b>.pdf", "b.pdf")]
    public async Task Names_of_files_are_made_fit_to_be_shown(string sent, string shown)
    {
        var (visitor, _, _) = await server.BathhouseAsync();

        var page = await visitor.FillAsync(3, Sending.Of().With(Sending.Pdf("testReport", sent)));

        page.TextsOf(".stored a").ShouldBe([shown]);
    }

    [Fact]
    public async Task Files_are_shown_back_opened_and_removed()
    {
        var (visitor, _, _) = await server.BathhouseAsync();
        var two = Sending
            .Of()
            .With(Sending.Pdf("floorPlan", "平面图.pdf"), Sending.Pdf("floorPlan", "方位图.pdf", 3_000));
        var page = await visitor.FillAsync(3, two);
        page.TextsOf(".stored a").ShouldBe(["平面图.pdf", "方位图.pdf"]);
        page.TextsOf(".stored .n").ShouldBe(["2 KB", "3 KB"]);

        var opened = await visitor.GetAsync(page.Document.QuerySelector(".stored a")!.GetAttribute("href")!);
        opened.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        opened.Response.Content.Headers.ContentLength.ShouldBe(2_000);
        opened.Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("平面图.pdf");

        var remove = page.Document.QuerySelector("button[name=_remove]")!.GetAttribute("value")!;
        var left = await visitor.SendAsync(page, Applicants.PageForm, Sending.Of(("_remove", remove)));
        left.TextsOf(".stored a").ShouldBe(["方位图.pdf"]);
        left.Document.QuerySelector(".alert").ShouldBeNull();
    }
}
