using System.Text.Json;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Fonts;

namespace Approvals.Credentials.Tests.Licences;

public sealed class LicencePdfTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Equal_licences_are_equal_bytes() => SampleLicence.Render().ShouldBe(SampleLicence.Render());

    [Fact]
    public void Qpdf_and_mutool_find_nothing_wrong()
    {
        var file = folder.Write("licence.pdf", SampleLicence.Render());

        ExternalTool.Succeed("qpdf", "--check", file).ShouldContain("No syntax or stream encoding errors found");
        var drawn = ExternalTool.Succeed("mutool", "draw", "-o", folder["page.png"], file);
        drawn.Replace("warning: ICC support is not available", "").ShouldNotContain("warning");
        drawn.ShouldNotContain("error");
    }

    [Fact]
    public void The_text_comes_back_as_it_was_given()
    {
        var text = Blankless(
            ExternalTool.Succeed("pdftotext", folder.Write("licence.pdf", SampleLicence.Render()), "-")
        );

        text.ShouldContain("公共场所卫生许可证");
        text.ShouldContain("卫证字〔2026〕第0071号");
        text.ShouldContain("扫码核验，不用登录");
        text.ShouldContain("2026年10月14日至2030年10月13日");
        text.ShouldContain(SampleLicence.Document.Identifier);
        foreach (var field in SampleLicence.Document.Fields)
        {
            text.ShouldContain(Blankless(field.Label));
            text.ShouldContain(Blankless(field.Value));
        }
    }

    [Fact]
    public void Every_font_is_an_embedded_subset_with_unicode()
    {
        var fonts = ExternalTool
            .Succeed("pdffonts", folder.Write("licence.pdf", SampleLicence.Render()))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        fonts.Length.ShouldBe(4);
        fonts.ShouldAllBe(line =>
            line.Contains("CID TrueType") && line.Contains("Identity-H") && line.Contains("yes yes yes")
        );
    }

    [Fact]
    public void It_says_what_it_is()
    {
        var file = folder.Write("licence.pdf", SampleLicence.Render());
        var information = ExternalTool.Succeed("pdfinfo", file);
        var metadata = ExternalTool.Succeed("pdfinfo", "-meta", file);
        var structure = ExternalTool.Succeed("pdfinfo", "-struct-text", file);

        information.ShouldContain("公共场所卫生许可证");
        information.ShouldContain("Tagged:          yes");
        information.ShouldContain("A4");
        metadata.ShouldContain("<pdfaid:part>3</pdfaid:part>");
        metadata.ShouldContain("<pdfaid:conformance>B</pdfaid:conformance>");
        structure.ShouldContain("H1");
        structure.ShouldContain("Figure");
        structure.ShouldContain("\"单位名称\"");
    }

    [Fact]
    public void Its_data_is_attached_and_read_back()
    {
        var file = folder.Write("licence.pdf", SampleLicence.Render());
        ExternalTool.Succeed("pdfdetach", "-saveall", "-o", folder.Path, file);

        var json = File.ReadAllBytes(folder["licence.json"]);
        var licence = LicenceDocument.FromJson(json).ShouldNotBeNull();
        licence.ToJson().ShouldBe(json);
        licence.Fields.ShouldBe(SampleLicence.Document.Fields);
        JsonDocument.Parse(json).RootElement.GetProperty("issuer").GetString().ShouldBe("清源市卫生健康委员会");
        ExternalTool.Succeed("qpdf", "--json", file).ShouldContain("\"/AFRelationship\": \"/Data\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"approvals.licence/2\"}")]
    [InlineData("{\"title\":null}")]
    public void Other_data_is_no_licence(string json) =>
        LicenceDocument.FromJson(System.Text.Encoding.UTF8.GetBytes(json)).ShouldBeNull();

    [Fact]
    public void Many_and_long_fields_close_up_and_still_fit()
    {
        var scope = string.Concat(Enumerable.Repeat("依法须经批准的项目，经相关部门批准后方可开展经营活动。", 5));
        var long_ = SampleLicence.Document with
        {
            Title = "第二类医疗器械经营备案及网络销售许可证（副本）",
            Fields = [.. SampleLicence.Document.Fields, new("主要负责人", "欧阳修远"), new("经营范围", scope)],
            Issuer = "清源市澄江经济技术开发区管理委员会行政审批局",
        };

        var file = folder.Write("licence.pdf", LicencePdf.Render(long_, TestFonts.Set));

        ExternalTool.Succeed("pdfinfo", file).ShouldContain("Pages:           1");
        Blankless(ExternalTool.Succeed("pdftotext", file, "-")).ShouldContain(long_.Issuer);
    }

    [Fact]
    public void What_fits_nowhere_is_refused()
    {
        var field = new LicenceField("经营范围", new string('量', 2000));
        var tooLong = SampleLicence.Document with { Fields = [field] };
        var tooMany = SampleLicence.Document with
        {
            Signers = [.. Enumerable.Repeat(SampleLicence.Document.Signers[0], 5)],
        };

        Should.Throw<DocumentLayoutException>(() => LicencePdf.Render(tooLong, TestFonts.Set));
        Should.Throw<DocumentLayoutException>(() => LicencePdf.Render(tooMany, TestFonts.Set));
    }

    [Fact]
    public void A_character_no_font_has_is_named_instead_of_drawn_as_a_box()
    {
        var licence = SampleLicence.Document with { Issuer = "清源市\U0001F3DB委员会" };

        var missing = Should.Throw<MissingCharacterException>(() => LicencePdf.Render(licence, TestFonts.Set));

        missing.Character.Value.ShouldBe(0x1F3DB);
        TestFonts.Set.Song.Missing(licence.Issuer).ShouldHaveSingleItem().ShouldBe(missing.Character);
    }

    [Fact]
    public void Threads_share_the_fonts()
    {
        var expected = SampleLicence.Render();

        Parallel.For(0, 16, _ => SampleLicence.Render().ShouldBe(expected));
    }

    [Fact]
    public void Without_an_end_it_is_valid_for_long()
    {
        var licence = SampleLicence.Document with { Validity = new(new(2026, 10, 14), null) };

        var file = folder.Write("licence.pdf", LicencePdf.Render(licence, TestFonts.Set));

        Blankless(ExternalTool.Succeed("pdftotext", file, "-")).ShouldContain("2026年10月14日起，长期有效");
    }

    private static string Blankless(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
