using System.Text;
using Approvals.Cases.Catalogue.Transfer;
using Approvals.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Catalogue.Import;

/// <summary>导入: a CSV or JSON file becomes drafts, all of it or nothing; what is wrong is named row by row.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = LargestFile + Overhead)]
[RequestSizeLimit(LargestFile + Overhead)]
public sealed class IndexModel(CatalogueServices services) : CatalogueModel(services)
{
    public const int LargestFile = 20 * 1024 * 1024;
    private const int Overhead = 64 * 1024;
    private const int MostShown = 200;

    /// <summary>Sentences, each with its row.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public int MoreFaults { get; private set; }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0)
        {
            Refuse("file", Rejection.Of("catalogue.no-file"));
            return Page();
        }

        if (file.Length > LargestFile)
        {
            Refuse("file", Rejection.Of("catalogue.file-too-large"));
            return Page();
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellation);
        var (items, faults) = text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('[')
            ? ItemFile.FromJson(text.TrimStart('\uFEFF'))
            : ItemFile.FromCsv(text);
        if (faults.Count > 0)
        {
            Faults = [.. faults.Take(MostShown).Select(fault => Services.Texts.Of(fault).Plain)];
            MoreFaults = faults.Count - Faults.Count;
            ModelState.AddModelError("file", Services.Texts["catalogue.import-refused", ("count", faults.Count)].Plain);
            return Page();
        }

        return await SendAsync(scope => Platform.ItemDrafts.Import(scope, items))
            ? Redirect("/catalogue?done=imported")
            : Page();
    }
}
