using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.CaseFiles;

/// <summary>The materials of a case as they stand: the latest files of each, and which were not handed in.</summary>
/// <param name="Missing">Materials of the item without a file that are not made from the form.</param>
public sealed record CaseFilesView(IReadOnlyList<CaseFileRow> Rows, IReadOnlyList<string> Missing)
{
    public static CaseFilesView Of(ITexts texts, CaseFacts facts)
    {
        var latest = facts
            .State.Documents.Select(document => document.Document.Id)
            .Append(facts.State.Form.Id)
            .ToHashSet();
        var today = CivilTime.DateOf(facts.Now);
        var rows = facts
            .Documents.Where(document => latest.Contains(document.Id))
            .Select(document => Row(texts, facts, document, today))
            .ToList();
        var given = facts.State.Documents.Select(document => document.Material).ToHashSet(StringComparer.Ordinal);
        var missing = facts.Item.Item.Materials.Where(material =>
            !material.FilledOnline && !given.Contains(material.Name)
        );
        return new CaseFilesView(rows, [.. missing.Select(material => material.Name)]);
    }

    private static CaseFileRow Row(ITexts texts, CaseFacts facts, CaseDocument document, DateOnly today)
    {
        if (document.Kind == DocumentKinds.Form)
        {
            var made = facts.Item.Item.Materials.FirstOrDefault(material => material.FilledOnline)?.Name;
            return new CaseFileRow(
                document.Id,
                made ?? texts["document.form"].Plain,
                texts["work.file-online"].Plain,
                false
            );
        }

        var isNew = CivilTime.DateOf(document.At) == today && document.At > facts.Row.SubmittedAt;
        var kind = document.Media switch
        {
            "application/pdf" => "PDF",
            "image/jpeg" => "JPG",
            "image/png" => "PNG",
            _ => null,
        };
        var licence = facts.State.Documents.FirstOrDefault(each => each.Document.Id == document.Id)?.Licence;
        return new CaseFileRow(
            document.Id,
            document.Caption,
            isNew ? texts["work.file-today"].Plain : kind,
            isNew,
            licence
        );
    }
}

/// <param name="Tag">A word about the file: 网上填, PDF, 今天到.</param>
/// <param name="Licence">Identifier of the licence that it is, fetched from the register; null for an upload.</param>
public sealed record CaseFileRow(long Document, string Name, string? Tag, bool IsNew, string? Licence = null);
