using System.Runtime.CompilerServices;
using AngleSharp;
using AngleSharp.Dom;
using Approvals.Server.Components.Forms;
using Approvals.Server.Texts;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;
using Microsoft.Extensions.Primitives;

namespace Approvals.Server.Tests.Components.Forms;

public sealed class FormsTests(FormsRendering rendering) : IClassFixture<FormsRendering>
{
    private static readonly Form Hygiene = FormSchema.Parse(File.ReadAllText(Model())).Form!;

    [Fact]
    public async Task Every_control_has_a_label_and_every_note_its_reader()
    {
        var page = await OpenAsync(FormsRendering.Posted(Hygiene, FormInput.Empty, FormsRendering.Options()));
        foreach (var control in page.QuerySelectorAll("input, select, textarea"))
        {
            page.QuerySelector($"label[for='{control.Id}']").ShouldNotBeNull(control.Id);
        }

        foreach (var reader in page.QuerySelectorAll("[aria-describedby]"))
        {
            foreach (var id in reader.GetAttribute("aria-describedby")!.Split(' '))
            {
                page.GetElementById(id).ShouldNotBeNull(id);
            }
        }

        page.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        page.QuerySelectorAll("fieldset").ShouldAllBe(f => f.FirstElementChild!.LocalName == "legend");
    }

    [Fact]
    public async Task Errors_stand_at_their_fields_and_in_the_summary()
    {
        var posted = FormsRendering.Posted(
            Hygiene,
            FormsRendering.Input(("premises", "bath"), ("baths", "四个"), ("companyName", "澄泉浴场")),
            FormsRendering.Options()
        );
        var (view, html) = await rendering.RenderAsync(posted);
        var page = await ParseAsync(html);

        view.Errors.Single(e => e.FieldId == "baths").Words.ShouldBe("浴池数量：请填数字，例如 4");
        view.Errors.ShouldAllBe(e => page.GetElementById(e.FieldId) != null);
        page.GetElementById("baths-error")!.TextContent.Trim().ShouldBe("请填数字，例如 4");
        var input = page.GetElementById("baths")!;
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe("baths-hint baths-error");
        input.GetAttribute("value").ShouldBe("四个");
        page.GetElementById("companyName")!.GetAttribute("value").ShouldBe("澄泉浴场");
        page.GetElementById("companyName")!.HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_only()
    {
        const string nasty = "\"><script>alert(1)</script>";
        var page = await OpenAsync(
            FormsRendering.Posted(
                Hygiene,
                FormsRendering.Input(("companyName", nasty), ("note", "</textarea><script>"), ("opening", nasty)),
                FormsRendering.Options()
            )
        );
        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.GetElementById("companyName")!.GetAttribute("value").ShouldBe(nasty);
        page.GetElementById("note")!.TextContent.ShouldBe("</textarea><script>");
        page.GetElementById("opening")!.GetAttribute("type").ShouldBe("text");
    }

    [Fact]
    public async Task Hidden_fields_are_not_written_and_come_with_the_answer_that_reveals_them()
    {
        var bare = await OpenAsync(new FormPage(Hygiene, FormsRendering.Options()));
        bare.GetElementById("baths").ShouldBeNull();
        bare.GetElementById("premises")!.Closest("[data-reveals]").ShouldNotBeNull();

        var known = new FeelContext.Builder()
            .Set("premises", FeelValue.From("bath"))
            .Set("baths", FeelValue.From(4))
            .Build();
        var again = await OpenAsync(new FormPage(Hygiene, FormsRendering.Options(known)));
        again.GetElementById("baths")!.GetAttribute("value").ShouldBe("4");
        again.QuerySelector("#premises option[selected]")!.TextContent.ShouldBe("沐浴场所");
    }

    [Fact]
    public async Task A_page_shows_its_own_fields_only()
    {
        var page = await OpenAsync(new FormPage(Hygiene, FormsRendering.Options(step: "材料")));
        page.QuerySelectorAll("input").Select(i => i.GetAttribute("name")).ShouldBe(["plan", "truthful"]);
    }

    [Fact]
    public async Task Controls_fit_what_they_ask_for()
    {
        var known = new FeelContext.Builder().Set("premises", FeelValue.From("bath")).Build();
        var page = await OpenAsync(new FormPage(Hygiene, FormsRendering.Options(known)));
        Attributes(page, "baths", "type", "inputmode").ShouldBe("text numeric");
        Attributes(page, "area", "type", "inputmode").ShouldBe("text decimal");
        Attributes(page, "person-phone", "type", "inputmode", "autocomplete").ShouldBe("tel tel tel");
        Attributes(page, "email", "type", "autocomplete").ShouldBe("email email");
        Attributes(page, "opening", "type").ShouldBe("date");
        Attributes(page, "plan", "accept", "name").ShouldBe(".pdf,.jpg,.png plan");
        page.GetElementById("plan")!.HasAttribute("multiple").ShouldBeTrue();
        page.GetElementById("plan-hint")!.TextContent.Trim().ShouldBe("PDF、JPG、PNG，每份不超过 4.8 MB");
    }

    [Fact]
    public async Task Stored_files_are_listed_and_can_be_removed()
    {
        var file = new FeelContext.Builder()
            .Set("sha256", FeelValue.From("ab12"))
            .Set("name", FeelValue.From("平面图.pdf"))
            .Set("bytes", FeelValue.From(2_202_010))
            .Build();
        var known = new FeelContext.Builder().Set("plan", FeelValue.From([FeelValue.From(file)])).Build();
        var page = await OpenAsync(
            new FormPage(Hygiene, FormsRendering.Options(known)) { FileAddress = hash => "/files/" + hash }
        );
        var stored = page.QuerySelector(".stored li")!;
        stored.QuerySelector("a")!.GetAttribute("href").ShouldBe("/files/ab12");
        stored.TextContent.ShouldContain("2.1 MB");
        stored.QuerySelector("button")!.GetAttribute("value").ShouldBe("plan/ab12");
    }

    [Fact]
    public async Task Refused_files_are_shown_with_the_reason()
    {
        var input = FormInput.Empty with
        {
            Files = new Dictionary<string, IReadOnlyList<UploadedFile>> { ["plan"] = [new("cd34", "平面图.dwg", 10)] },
        };
        var page = await OpenAsync(FormsRendering.Posted(Hygiene, input, FormsRendering.Options()));
        page.QuerySelector(".stored li")!.TextContent.ShouldContain("平面图.dwg");
        page.GetElementById("plan-error")!.TextContent.ShouldBe("“平面图.dwg”的格式不收，请换成 pdf, jpg, png");
    }

    [Theory]
    [InlineData("zh-Hans", "单位名称：请填写", "companyName-hint", "与营业执照一致", null)]
    [InlineData("zh-Hant", "單位名稱：請填寫", "companyName-hint", "与营业执照一致", "zh-Hans")]
    [InlineData("en", "Name of the company: Fill this in", "companyName-hint", "As on the business licence", null)]
    public async Task The_page_speaks_the_reader_s_language(
        string language,
        string error,
        string id,
        string words,
        string? lang
    )
    {
        var posted = FormsRendering.Posted(Hygiene, FormInput.Empty, FormsRendering.Options());
        var (view, html) = await rendering.RenderAsync(posted, language);
        view.Errors[0].Words.ShouldBe(error);
        var hint = (await ParseAsync(html)).GetElementById(id)!.QuerySelector("span")!;
        hint.TextContent.ShouldBe(words);
        hint.GetAttribute("lang").ShouldBe(lang);
    }

    [Fact]
    public void Every_error_has_a_sentence_in_every_language()
    {
        var table = TextTable.Load();
        foreach (var (code, arguments) in FormErrors.Arguments)
        {
            foreach (var language in Languages.All)
            {
                var (pattern, fallback) = table.Find(code, language);
                fallback.ShouldBeNull($"{code} {language}");
                var named = pattern.Split('{').Skip(1).Select(p => p.Split('}', ':')[0]);
                named.ShouldBeSubsetOf(arguments, $"{code} {language}");
            }
        }
    }

    [Fact]
    public void Names_with_an_underscore_are_the_page_s_own()
    {
        var input = PostedForm.Of(
            [new("companyName", new StringValues("a")), new("__RequestVerificationToken", "t"), new("_remove", "x")],
            new Dictionary<string, IReadOnlyList<UploadedFile>>()
        );
        input.Values.Keys.ShouldBe(["companyName"]);
    }

    private async Task<IDocument> OpenAsync(FormPage page) =>
        await ParseAsync((await rendering.RenderAsync(page)).Html);

    private static Task<IDocument> ParseAsync(string html) =>
        BrowsingContext.New().OpenAsync(response => response.Content(html));

    private static string Attributes(IDocument page, string id, params string[] names) =>
        string.Join(' ', names.Select(n => page.GetElementById(id)!.GetAttribute(n)));

    /// <summary>The model of the engine's own form tests: one schema, one code path.</summary>
    private static string Model([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../Workflow/Forms/Models/hygiene.form");
}
