using System.Text;
using Approvals.Workflow.Bpmn.Writing;
using Approvals.Workflow.Tests.Diagram;

namespace Approvals.Workflow.Tests.Writing;

public sealed class BpmnDocumentTests
{
    private const string Open = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">""";
    private const string Close = "</definitions>";

    public static TheoryData<string, string> Kept() =>
        new()
        {
            { "line breaks in a name", "<task name='一&#10;二&#xA;三'/>" },
            { "tabs, returns and quotes in a name", "<task name='a&#9;b&#13;c&quot;d&apos;e'/>" },
            { "a real line break in a name is a blank", "<task name='a\nb'/>" },
            { "blanks around a name", "<task name='  a  b '/>" },
            { "markup in a value", "<task name='a &lt;b> &amp;amp; c'/>" },
            { "space between elements", "<process>\n\n    <task/>\t<task></task>\r\n  </process>" },
            { "empty and emptied elements", "<task/><task></task><task> </task>" },
            { "CDATA", "<script><![CDATA[a < b && c]]></script>" },
            { "CDATA beside text", "<script>x<![CDATA[]]>y<![CDATA[ ]] ]]>z</script>" },
            { "CDATA that holds its own end", "<script><![CDATA[]]]]><![CDATA[>]]></script>" },
            { "mixed documentation", "<documentation>读 <h:b xmlns:h='urn:h'>这<h:i/>里</h:b> 再读\n</documentation>" },
            { "a condition", "<conditionExpression>=a > 1 and b &lt; 2 ]]&gt;</conditionExpression>" },
            { "a return in text", "<script>a&#13;\nb</script>" },
            { "blanks by number", "<script>&#32;&#9;&#10;</script>" },
            {
                "a type by its prefix",
                "<conditionExpression xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL' xsi:type='b:tFormalExpression'>=x</conditionExpression>"
            },
            {
                "the same namespace under two prefixes",
                "<a:x xmlns:a='urn:n' xmlns:b='urn:n' b:y='1' a:z='2'><b:x/></a:x>"
            },
            { "a prefix that changes its meaning", "<a:x xmlns:a='urn:n'><a:x xmlns:a='urn:m'/><a:y/></a:x>" },
            { "a default namespace taken back", "<x xmlns=''><y xmlns='urn:n'/></x>" },
            { "a declaration after its use", "<x z:a='1' xmlns:z='urn:z'/>" },
            { "unused declarations", "<x xmlns:unused='urn:u' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>" },
            { "space and language", "<text xml:space='preserve' xml:lang='zh-Hans'>  甲  </text>" },
            { "foreign attributes", "<task xmlns:c='http://camunda.org/schema/1.0/bpmn' c:assignee='${a}' c:x=''/>" },
            { "comments and instructions", "<!-- 注 - > --><?tool a=\"b\" ?><?bare?><task><!----></task>" },
            { "doubled ids and none", "<task id='a'/><task id='a'/><task/>" },
            { "unknown elements", "<wobble id='w'><task/></wobble><z:z xmlns:z='urn:z'>t</z:z>" },
            { "wide characters", "<task name='𠮷&#x20BB7;é&#xE9;&#x301;'>\u2028\u0085\uFFFD</task>" },
        };

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_a_file_says_is_written_again(string what, string inside)
    {
        ShouldBeKept(Open + inside + Close).ShouldNotBeEmpty(what);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n")]
    [InlineData("<?xml version='1.0' encoding='utf-8' standalone='yes'?>")]
    [InlineData("<?xml version='1.0' standalone='no'?>\n<!-- 前 -->\n<?style x?>\n")]
    public void What_stands_around_the_root_is_written_again(string before) =>
        ShouldBeKept(before + Open + Close + "\n<!-- 后 -->\n<?end?>\n");

    [Fact]
    public void Prefixed_roots_keep_their_prefix() =>
        ShouldBeKept(
            "<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'><b:process/></b:definitions>"
        );

    public static TheoryData<string> OwnModels() =>
        [
            .. Directory
                .EnumerateFiles(Path.GetDirectoryName(Models.Folder())!, "*.bpmn", SearchOption.AllDirectories)
                .Where(file => !file.Contains(Path.DirectorySeparatorChar + "bin" + Path.DirectorySeparatorChar))
                .Select(file => Path.GetRelativePath(Models.Folder(), file)),
        ];

    [Theory]
    [MemberData(nameof(OwnModels))]
    public void Every_model_of_these_tests_survives(string file) =>
        ShouldBeKept(File.ReadAllText(Path.Combine(Models.Folder(), file)));

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("GBK", false)]
    [InlineData("gb2312", false)]
    [InlineData("GB18030", false)]
    [InlineData("Big5", false)]
    public void Files_are_read_in_the_encoding_they_declare(string name, bool mark)
    {
        var xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?>\n{Open}<task name=\"受理，決定\"/>{Close}";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes =
        [
            .. mark ? encoding.GetPreamble() : [],
            .. encoding.GetBytes(xml.Replace("決", name is "gb2312" ? "决" : "決", StringComparison.Ordinal)),
        ];
        BpmnDocument.TryRead(bytes, out var document, out var problem).ShouldBeTrue(problem?.Message);
        document!.Root.Elements.Single()["name"]![..3].ShouldBe("受理，");
        document.ToXml().ShouldStartWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    [Theory]
    [InlineData("utf-16")] // as StringWriter writes it into UTF-8 files
    [InlineData("UCS-2")]
    public void A_wide_encoding_declared_in_narrow_bytes_is_a_slip(string name) =>
        BpmnDocument
            .TryRead(Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='{name}'?>{Open}受{Close}"), out _, out _)
            .ShouldBeTrue();

    public static TheoryData<string, string, string> Refused() =>
        new()
        {
            { "nothing", "", "Root element is missing" },
            { "no XML", "hello", "Data at the root level is invalid" },
            { "another root", "<svg xmlns='http://www.w3.org/2000/svg'/>", "The root is <svg>, not <definitions>" },
            { "no namespace", "<definitions/>", "The root is <definitions>" },
            { "an end that is missing", Open + "<process>", "Unexpected end of file" },
            { "an undeclared prefix", Open + "<z:a/>" + Close, "'z' is an undeclared prefix" },
            { "a document type", "<!DOCTYPE definitions>" + Open + Close, "document type" },
            {
                "an entity bomb",
                "<!DOCTYPE d [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>" + Open + "&b;" + Close,
                "document type"
            },
            {
                "a file of the machine",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Open + "&x;" + Close,
                "document type"
            },
            { "an entity of nobody", Open + "&nbsp;" + Close, "undeclared entity 'nbsp'" },
            { "a doubled attribute", Open + "<a b='1' b='2'/>" + Close, "'b' is a duplicate attribute name" },
            { "a character that is none", Open + "&#1;" + Close, "invalid character" },
            { "XML 1.1", "<?xml version='1.1'?>" + Open + Close, "Version number '1.1' is invalid" },
            {
                "an unknown encoding",
                "<?xml version='1.0' encoding='klingon'?>" + Open + Close,
                "'klingon', which isn't known"
            },
            { "depth", Open + Repeat("<a>", 256) + Repeat("</a>", 256) + Close, "deeper than 256" },
            { "size", Open + Repeat("<a/>", 1_000_000) + Close, "more than 1000000 nodes" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_BPMN_file_is_refused_with_a_sentence(string what, string file, string sentence)
    {
        BpmnDocument.TryRead(Encoding.UTF8.GetBytes(file), out var document, out var problem).ShouldBeFalse(what);
        document.ShouldBeNull();
        problem!.Message.ShouldContain(sentence, Case.Insensitive);
        problem.Message.ShouldNotContain("position");
    }

    [Fact]
    public void Bytes_that_are_not_of_the_encoding_are_refused()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Open), 0xB0, 0xA1, .. Encoding.UTF8.GetBytes(Close)];
        BpmnDocument.TryRead(bytes, out _, out var problem).ShouldBeFalse();
        problem!.Message.ShouldBe("The file has bytes that are not utf-8.");
    }

    [Fact]
    public void Elements_know_their_place()
    {
        BpmnDocument.TryRead($"{Open}\n  <task\n id='a'/>{Close}", out var document, out _).ShouldBeTrue();
        document!.Root.Elements.Single().Position.ShouldBe(new(2, 4));
    }

    private static string ShouldBeKept(string xml)
    {
        BpmnDocument.TryRead(xml, out var document, out var problem).ShouldBeTrue(problem?.Message);
        var written = document!.ToXml();
        XmlStory.Of(Encoding.UTF8.GetBytes(written)).ShouldBe(XmlStory.Of(xml));
        BpmnDocument.TryRead(written, out var again, out _).ShouldBeTrue();
        again!.ToXml().ShouldBe(written);
        return written;
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
