using Approvals.Credentials.Licences;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Tests.Licences;

public sealed class NoticePdfTests(TestAuthority authority) : IClassFixture<TestAuthority>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_correction_notice_lists_everything_on_one_page()
    {
        var file = folder.Write("notice.pdf", NoticePdf.Render(SampleNotice.Correction, TestFonts.Set));
        var text = Lines(file);

        ExternalTool.Succeed("pdfinfo", file).ShouldContain("Pages:           1");
        text.ShouldContain(line => line.Contains("一次性补正告知书"));
        text.ShouldContain(line => line.StartsWith("1. 《公共场所卫生许可证申请表》"));
        text.ShouldContain(line => line.StartsWith("3. 集中空调"));
        ExternalTool.Succeed("qpdf", "--check", file);
    }

    [Fact]
    public void No_line_of_a_long_notice_begins_with_a_closing_mark()
    {
        var file = folder.Write("notice.pdf", NoticePdf.Render(SampleNotice.Refusal, TestFonts.Set));

        Lines(file).ShouldAllBe(line => !"，。、；：？！）〕】》”’％".Contains(line[0]));
        Lines(file).ShouldAllBe(line => !"（〔【《“‘".Contains(line.Last()));
    }

    [Fact]
    public void The_closing_never_stands_alone_on_a_page()
    {
        for (var paragraphs = 1; paragraphs < 30; paragraphs++)
        {
            var notice = SampleNotice.Refusal with
            {
                Blocks = [.. Enumerable.Repeat<NoticeBlock>(new NoticeParagraph("特此告知。"), paragraphs)],
            };
            var file = folder.Write("notice.pdf", NoticePdf.Render(notice, TestFonts.Set));

            var last = ExternalTool
                .Succeed("pdftotext", "-layout", file, "-")
                .Split('\f', StringSplitOptions.RemoveEmptyEntries)[^1];
            last.ShouldContain("特此告知。", customMessage: $"{paragraphs} paragraphs");
            last.ShouldContain("2026 年 10 月 14 日");
        }
    }

    [Fact]
    public void It_is_sealed_like_a_licence()
    {
        var signed = PdfSigner.Sign(
            NoticePdf.Render(SampleNotice.Refusal, TestFonts.Set),
            SampleNotice.SealRequest,
            authority.Seal
        );

        var report = Signing.PdfSigCheck.Report(folder, authority.RootFile, signed);

        report.ShouldContain("Signature Validation: Signature is Valid.");
        report.ShouldContain("Total document signed");
    }

    [Fact]
    public void Equal_notices_are_equal_bytes() =>
        NoticePdf
            .Render(SampleNotice.Correction, TestFonts.Set)
            .ShouldBe(NoticePdf.Render(SampleNotice.Correction, TestFonts.Set));

    private static List<string> Lines(string file) =>
        [
            .. ExternalTool
                .Succeed("pdftotext", "-layout", file, "-")
                .Split(['\n', '\f'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ];
}
