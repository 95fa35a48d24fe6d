using System.IO.Compression;
using Approvals.Workflow.Library;

namespace Approvals.Workflow.Tests.Library;

/// <summary>Bundles: there and back, and what hostile ones come to.</summary>
public sealed class BundleTests
{
    private static readonly BundleFile Form = new("卫健委/许可", DocumentKind.Form, "申请", "{\"components\":[]}");

    [Fact]
    public void A_bundle_comes_back_as_it_was_and_is_the_same_every_time()
    {
        BundleFile[] files =
        [
            Form,
            new("", DocumentKind.Scenario, "一", "{}"),
            new("", DocumentKind.Process, "一", "<a/>"),
        ];
        var bytes = Bundle.Write(files);
        Bundle.Write(files.Reverse()).ShouldBe(bytes);
        var (read, refusal) = Bundle.Read(new MemoryStream(bytes));
        refusal.ShouldBeNull();
        read!
            .OrderBy(each => each.Path, StringComparer.Ordinal)
            .ShouldBe(files.OrderBy(each => each.Path, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../../etc/cron.d/a.bpmn")]
    [InlineData("/etc/a.bpmn")]
    [InlineData("a/../b.form")]
    [InlineData("a\\..\\b.form")]
    [InlineData("C:/a.dmn")]
    [InlineData("a//b.dmn")]
    [InlineData("a/b/c/d/e/f/g/h.dmn")]
    [InlineData("a\u202E/b.dmn")]
    public void A_path_that_leads_elsewhere_is_refused(string path) =>
        Bundle.Read(Zip((path, "x"u8.ToArray()))).Refusal!.Code.ShouldBe("library.bundle-path");

    [Fact]
    public void A_bomb_is_refused_by_what_comes_out_of_it()
    {
        var megabytes = new byte[DocumentContent.MaxBytes + 1];
        Bundle.Read(Zip(("a.bpmn", megabytes))).Refusal!.Code.ShouldBe("library.bundle-too-large");
        var many = Enumerable.Range(0, 17).Select(each => ($"{each}.bpmn", new byte[DocumentContent.MaxBytes]));
        Bundle.Read(Zip([.. many])).Refusal!.Code.ShouldBe("library.bundle-too-large");
        var files = Enumerable.Range(0, Bundle.MostFiles + 1).Select(each => ($"{each}.form", Array.Empty<byte>()));
        Bundle.Read(Zip([.. files])).Refusal!.Code.ShouldBe("library.bundle-too-large");
    }

    [Fact]
    public void What_is_no_bundle_is_said_and_other_files_are_left_out()
    {
        Bundle.Read(new MemoryStream("no zip"u8.ToArray())).Refusal!.Code.ShouldBe("library.bundle");
        Bundle.Read(Zip(("README.md", "x"u8.ToArray()))).Files.ShouldNotBeNull().ShouldBeEmpty();
    }

    private static MemoryStream Zip(params (string Path, byte[] Bytes)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in entries)
            {
                using var content = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                content.Write(bytes);
            }
        }

        stream.Position = 0;
        return stream;
    }
}
