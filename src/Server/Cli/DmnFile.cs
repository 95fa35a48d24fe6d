using System.Xml;
using Approvals.Workflow.Dmn;

namespace Approvals.Server.Cli;

/// <summary>A DMN file with the models it imports, which are the other DMN files of its folder.</summary>
internal static class DmnFile
{
    private const long LargestImport = 8 * 1024 * 1024;

    public static async Task<DmnReading> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        var xml = await File.ReadAllTextAsync(file.FullName, cancellation);
        return DmnReader.Read(xml, import => Find(file, import));
    }

    private static string? Find(FileInfo importing, DmnImportRequest import)
    {
        foreach (var file in importing.Directory!.EnumerateFiles("*.dmn").OrderBy(each => each.Name))
        {
            if (
                file.FullName != importing.FullName
                && file.Length <= LargestImport
                && NamespaceOf(file) == import.Namespace
            )
            {
                return File.ReadAllText(file.FullName);
            }
        }

        return null;
    }

    // What is no XML is nobody's import; its own faults show when it is asked for itself.
    private static string? NamespaceOf(FileInfo file)
    {
        try
        {
            using var reader = XmlReader.Create(
                file.FullName,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            return reader.MoveToContent() == XmlNodeType.Element ? reader.GetAttribute("namespace") : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
