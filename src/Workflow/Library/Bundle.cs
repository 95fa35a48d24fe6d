using System.IO.Compression;
using System.Text;
using Approvals.Kernel;

namespace Approvals.Workflow.Library;

/// <summary>A file of a bundle: where it lies (empty, or names joined by <c>/</c>), what it is, its name without ending, its text.</summary>
public sealed record BundleFile(string Folder, DocumentKind Kind, string Name, string Text)
{
    public string FileName => Name + DocumentKinds.EndingOf(Kind);

    public string Path => Folder.Length == 0 ? FileName : Folder + "/" + FileName;
}

/// <summary>
/// Documents as a zip file: folders are folders, a scenario lies beside its process and names it. Reading touches no disk and is
/// bounded by what really comes out of the file, not by what it says of itself. Refusals: <c>library.bundle</c>,
/// <c>library.bundle-too-large</c>, <c>library.bundle-path</c>.
/// </summary>
public static class Bundle
{
    public const int MostFiles = 1000;
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>A fixed day: the same documents give the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IEnumerable<BundleFile> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var file in files.OrderBy(each => each.Path, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(file.Text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The files with an ending that the library knows; others, such as a README, are left out.</summary>
    public static (IReadOnlyList<BundleFile>? Files, Rejection? Refusal) Read(Stream bytes)
    {
        using var whole = new MemoryStream();
        bytes.CopyTo(whole);
        whole.Position = 0;
        try
        {
            using var zip = new ZipArchive(whole, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            return Read(zip);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return (null, Rejection.Of("library.bundle"));
        }
    }

    private static (IReadOnlyList<BundleFile>?, Rejection?) Read(ZipArchive zip)
    {
        if (zip.Entries.Count > MostFiles)
        {
            return (null, TooLarge());
        }

        var files = new List<BundleFile>();
        long left = MostBytes;
        foreach (var entry in zip.Entries.Where(each => each.Name.Length > 0))
        {
            var folder = entry.FullName[..Math.Max(0, entry.FullName.Length - entry.Name.Length - 1)];
            var file = DocumentKinds.OfFile(entry.Name);
            if (
                entry.FullName.StartsWith('/')
                || DocumentNames.CheckFolder(folder) is not null
                || (file is { Name: var name } && DocumentNames.Check(name) is not null)
            )
            {
                return (null, Rejection.Of("library.bundle-path", ("path", entry.FullName)));
            }

            if (file is not { } known)
            {
                continue;
            }

            if (Extract(entry, Math.Min(left, DocumentContent.MaxBytes)) is not { } text)
            {
                return (null, TooLarge());
            }

            left -= text.Length;
            files.Add(new(folder, known.Kind, known.Name, Encoding.UTF8.GetString(text)));
        }

        return (files, null);
    }

    /// <summary>The bytes of an entry, or null as soon as there are more than <paramref name="most"/>.</summary>
    private static byte[]? Extract(ZipArchiveEntry entry, long most)
    {
        using var content = entry.Open();
        using var text = new MemoryStream();
        var part = new byte[64 * 1024];
        int count;
        while ((count = content.Read(part)) > 0)
        {
            if (text.Length + count > most)
            {
                return null;
            }

            text.Write(part, 0, count);
        }

        return text.ToArray();
    }

    private static Rejection TooLarge() =>
        Rejection.Of(
            "library.bundle-too-large",
            ("files", MostFiles.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("most", (MostBytes / 1024 / 1024).ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
}
