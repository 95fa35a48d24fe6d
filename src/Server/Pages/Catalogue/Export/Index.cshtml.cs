using System.Text;
using Approvals.Cases.Catalogue.Transfer;
using Approvals.Server.Reads.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Catalogue.Export;

/// <summary>导出: every item in force today, as a file that can be imported again.</summary>
public sealed class IndexModel(CatalogueSnapshots snapshots) : PageModel
{
    public IActionResult OnGet(string format)
    {
        var now = snapshots.Current;
        var items = now.Items.Select(version => version.Item);
        var name = $"catalogue-{now.Day:yyyy-MM-dd}.{format}";
        return format == "csv"
            ? File(Encoding.UTF8.GetBytes(ItemFile.ToCsv(items)), "text/csv; charset=utf-8", name)
            : File(Encoding.UTF8.GetBytes(ItemFile.ToJson(items)), "application/json; charset=utf-8", name);
    }
}
