using System.Text;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Forms;
using Approvals.Workflow.Library;
using Approvals.Workflow.Soundness;

namespace Approvals.Workflow.Tests.Library;

/// <summary>What the library takes as a document, and what it refuses.</summary>
public sealed class DocumentContentTests
{
    private const string Bpmn = "xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"";

    [Fact]
    public void New_documents_begin_with_what_can_be_deployed()
    {
        const string Name = "<b>许可</b> & \"试\"";
        var process = BpmnReader.Read(DocumentTemplates.Of(DocumentKind.Process, Name, 7));
        process.Problems.ShouldBeEmpty();
        process.Definitions!.Processes[0].Name.ShouldBe(Name);
        SoundnessCheck.Of(process.Definitions.Processes[0]).Sound.ShouldBe(true);

        var decision = DmnReader.Read(DocumentTemplates.Of(DocumentKind.Decision, Name, 8));
        decision.Problems.ShouldBeEmpty();
        DecisionModel.Compile(decision.Definitions!).Problems.ShouldBeEmpty();

        FormSchema.Parse(DocumentTemplates.Of(DocumentKind.Form, Name, 9)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DocumentKind.Process, "process_7")]
    [InlineData(DocumentKind.Decision, "decision_7")]
    [InlineData(DocumentKind.Form, "form_7")]
    public void What_a_document_defines_is_found(DocumentKind kind, string id)
    {
        var (content, refusal) = DocumentContent.Read(kind, DocumentTemplates.Of(kind, "名", 7));
        refusal.ShouldBeNull();
        content!.Definitions.Select(each => each.Id).ShouldBe([id]);
    }

    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY b "c">]>""")]
    [InlineData("""<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">""")]
    [InlineData("""<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>""")]
    [InlineData(
        """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>"""
    )]
    public void A_document_type_is_not_read(string type)
    {
        Code(DocumentKind.Process, $"{type}<definitions {Bpmn}>&b;</definitions>").ShouldBe("library.document-type");
        Code(
                DocumentKind.Decision,
                $"""{type}<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">&b;</definitions>"""
            )
            .ShouldBe("library.document-type");
    }

    [Theory]
    [InlineData(DocumentKind.Process, "")]
    [InlineData(DocumentKind.Process, "<definitions")]
    [InlineData(DocumentKind.Process, "<html/>")]
    [InlineData(DocumentKind.Process, "{}")]
    [InlineData(DocumentKind.Decision, "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>")]
    [InlineData(DocumentKind.Decision, "<a/>")]
    [InlineData(DocumentKind.Form, "")]
    [InlineData(DocumentKind.Form, "[]")]
    [InlineData(DocumentKind.Form, "{\"components\":{}}")]
    [InlineData(DocumentKind.Form, "{\"components\":[")]
    [InlineData(DocumentKind.Scenario, "{\"components\":[]}")]
    public void What_is_no_document_of_its_kind_is_malformed(DocumentKind kind, string text) =>
        Code(kind, text).ShouldBe("library.malformed");

    [Fact]
    public void Depth_and_size_are_bounded()
    {
        Code(DocumentKind.Form, new string('[', 100_000)).ShouldBe("library.malformed");
        Code(DocumentKind.Process, $"<definitions {Bpmn}>" + Repeated("<a>", 100_000)).ShouldBe("library.malformed");
        Code(DocumentKind.Process, new string(' ', 20 * 1024 * 1024)).ShouldBe("library.too-large");
        Code(DocumentKind.Form, new string('字', (DocumentContent.MaxBytes / 3) + 1)).ShouldBe("library.too-large");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 许可")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a\u0000b")]
    [InlineData("a\u202Egnp.exe")]
    [InlineData("a\u200Bb")]
    [InlineData("<script>")]
    public void Names_that_no_file_may_bear_are_refused(string name)
    {
        DocumentNames.Check(name)!.Code.ShouldBe("library.name");
        if (!name.Contains('/', StringComparison.Ordinal))
        {
            DocumentNames.CheckFolder("好/" + name)!.Code.ShouldBe("library.folder");
        }

        DocumentNames.Check(DocumentNames.Tidy(name, "名")).ShouldBeNull();
    }

    [Fact]
    public void Folders_are_bounded_in_depth()
    {
        DocumentNames.CheckFolder("一/二/三/四/五/六").ShouldBeNull();
        DocumentNames.CheckFolder("一/二/三/四/五/六/七").ShouldNotBeNull();
        DocumentNames.CheckFolder("一//二").ShouldNotBeNull();
        DocumentNames.CheckFolder("/一").ShouldNotBeNull();
    }

    private static string? Code(DocumentKind kind, string text) => DocumentContent.Read(kind, text).Refusal?.Code;

    private static string Repeated(string text, int times) =>
        new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
