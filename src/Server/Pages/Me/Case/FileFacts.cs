using System.Globalization;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>The small line under a document: the file's own name, its size and the day it came.</summary>
internal static class FileFacts
{
    private const double Kilo = 1024;

    public static string Of(ITexts texts, CaseDocument document)
    {
        var day = texts.Day(CivilTime.DateOf(document.At)).Plain;
        var size = Size(document.Length);
        return document.Kind == DocumentKinds.Material
            ? texts["document.facts-named", ("name", document.FileName), ("size", size), ("day", day)].Plain
            : texts["document.facts", ("size", size), ("day", day)].Plain;
    }

    private static string Size(long bytes) =>
        bytes < Kilo * Kilo
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(bytes / Kilo))} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.#} MB");
}
