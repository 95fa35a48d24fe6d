using System.Globalization;
using System.Text;
using Approvals.Workflow.Bpmn.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Writing;

/// <summary>Over generated files: whatever is well-formed comes back as the same document.</summary>
public sealed class BpmnDocumentProperties
{
    [Fact]
    public void Any_well_formed_file_comes_back_the_same() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000),
            Prop.ForAll(
                Arb.From(Files()),
                file =>
                {
                    BpmnDocument.TryRead(file, out var document, out var problem).ShouldBeTrue(problem?.Message + file);
                    var written = Encoding.UTF8.GetBytes(document!.ToXml());
                    XmlStory.Of(written).ShouldBe(XmlStory.Of(file), file);
                }
            )
        );

    [Fact]
    public void No_bytes_make_it_throw() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Arb.From(Broken()),
                bytes =>
                {
                    var read = BpmnDocument.TryRead(bytes, out var document, out var problem);
                    (document is not null).ShouldBe(read);
                    (problem is null).ShouldBe(read);
                }
            )
        );

    private static Gen<string> Files() =>
        from declaration in Gen.Elements(
            "",
            "<?xml version=\"1.0\"?>",
            "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\r\n"
        )
        from before in Gen.Elements("", "<!-- 前 -->\n", "<?a b?>")
        from inside in Gen.Sized(size => Inside(Math.Min(size, 40)))
        from after in Gen.Elements("", "\n", "\n<!--后-->\r\n\r\n")
        select declaration
            + before
            + "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:b='urn:b' xmlns:c='urn:c'>"
            + inside
            + "</definitions>"
            + after;

    private static Gen<string> Inside(int size) =>
        from pieces in Gen.ListOf(Piece(size))
        select string.Concat(pieces.Take(8));

    private static Gen<string> Piece(int size) =>
        size <= 1
            ? Gen.OneOf(Text(), Gen.Constant("<task/>"))
            : Gen.Frequency(
                (4, Element(size)),
                (3, Text()),
                (1, Text().Select(t => $"<![CDATA[{t.Replace("]]>", "", StringComparison.Ordinal)}]]>")),
                (1, Gen.Elements("<!-- 注\r\n释 -->", "<!---->", "<?tool  x = '1' ?>", "<?t?>"))
            );

    private static Gen<string> Element(int size) =>
        from name in Gen.Elements("task", "b:x", "c:x", "documentation", "受理")
        from declared in Gen.Elements(
            "",
            " xmlns='urn:d'",
            " xmlns:b='urn:e'",
            "\n\txmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='b:t'"
        )
        from attributes in Gen.SubListOf("id", "name", "b:id", "c:名", "xml:space")
        from values in Gen.ListOf(Value(), attributes.Count)
        from empty in Gen.Elements("/>", " />", ">")
        from inside in Inside(size / 3)
        let tag = $"<{name}{declared}{string.Concat(attributes.Zip(values, Attribute))}{empty}"
        select empty == ">" ? $"{tag}{inside}</{name}\n>" : tag;

    private static string Attribute(string name, string value) =>
        name == "xml:space" ? " xml:space='preserve'" : $"  {name} = {value}";

    private static Gen<string> Value() =>
        from text in Text()
        from quote in Gen.Elements('"', '\'')
        select $"{quote}{text.Replace(quote.ToString(), "&#x22;", StringComparison.Ordinal)}{quote}";

    private static Gen<string> Text() =>
        from pieces in Gen.ListOf(
            Gen.OneOf(
                Gen.Elements(
                    "&#10;",
                    "&#13;",
                    "&#9;",
                    "\r\n",
                    "\n",
                    "\r",
                    "\t",
                    " ",
                    "&lt;",
                    "&amp;",
                    "&gt;",
                    "]]&gt;",
                    ">",
                    "'",
                    "&quot;",
                    "受理",
                    "𠮷",
                    "é"
                ),
                Gen.Choose(0x20, 0x2FFF).Select(c => string.Create(CultureInfo.InvariantCulture, $"&#x{c:X};")),
                Gen.Elements("a", "=x", "-", "]")
            )
        )
        select string.Concat(pieces.Take(12)).Replace("]]>", "]] >", StringComparison.Ordinal);

    private static Gen<byte[]> Broken() =>
        from file in Files()
        from cuts in Gen.ListOf(Gen.Choose(0, int.MaxValue - 1))
        from noise in Gen.ListOf(Gen.Choose(0, 255))
        select Damaged(Encoding.UTF8.GetBytes(file), [.. cuts], [.. noise]);

    private static byte[] Damaged(byte[] bytes, int[] places, int[] noise)
    {
        foreach (var (place, value) in places.Zip(noise))
        {
            bytes[place % bytes.Length] = (byte)value;
        }

        return places.Length > 3 ? bytes[..(places[0] % bytes.Length)] : bytes;
    }
}
