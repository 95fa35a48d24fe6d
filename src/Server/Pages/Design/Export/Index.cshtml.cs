using Approvals.Server.Reads.Design;
using Approvals.Workflow.Library;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Design.Export;

/// <summary>全部导出: every document of the library as one zip file, which can be imported elsewhere.</summary>
public sealed class IndexModel(BundleQuery bundles) : PageModel
{
    public IActionResult OnGet() => File(Bundle.Write(bundles.All()), "application/zip", "approvals-library.zip");
}
