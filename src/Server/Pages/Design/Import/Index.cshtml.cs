using System.Text;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Pages.Operate;
using Approvals.Workflow.Library;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Design.Import;

/// <summary>导入: files or bundles, all of them or, when one can't be read, none.</summary>
public sealed class IndexModel(OperateServices services) : OperateModel(services)
{
    private const string ZipEnding = ".zip";

    [BindProperty]
    public IFormFileCollection? Files { get; set; }

    /// <summary>Where single files go; a bundle brings its folders.</summary>
    [BindProperty]
    public string? Folder { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(Guid commandId)
    {
        var (files, refusal) = await ReadAsync();
        if (refusal is null && files.Count == 0)
        {
            refusal = Rejection.Of("library.nothing-to-import");
        }

        if (refusal is null)
        {
            var answer = await Services.Commands.SendAsync(
                scope =>
                {
                    var (documents, refused) = LibraryImport.Run(scope, files);
                    return refused is null ? TurnAnswer.Done($"{documents.Count}") : refused;
                },
                commandId
            );
            if (answer.Rejection is null)
            {
                return Redirect("/design?done=imported&count=" + answer.Text);
            }

            refusal = answer.Rejection;
        }

        ModelState.AddModelError(nameof(Files), Sentence(refusal));
        return Page();
    }

    private async Task<(List<BundleFile> Files, Rejection? Refusal)> ReadAsync()
    {
        var files = new List<BundleFile>();
        foreach (var posted in Files ?? (IEnumerable<IFormFile>)[])
        {
            await using var content = posted.OpenReadStream();
            if (posted.FileName.EndsWith(ZipEnding, StringComparison.OrdinalIgnoreCase))
            {
                var (found, refusal) = Bundle.Read(content);
                if (found is null)
                {
                    return ([], refusal);
                }

                files.AddRange(found);
            }
            else if (DocumentKinds.OfFile(Path.GetFileName(posted.FileName)) is { } file)
            {
                if (posted.Length > DocumentContent.MaxBytes)
                {
                    return ([], DocumentContent.TooLarge());
                }

                using var text = new StreamReader(content, Encoding.UTF8);
                files.Add(new(Folder?.Trim('/', ' ') ?? "", file.Kind, file.Name, await text.ReadToEndAsync()));
            }
            else
            {
                return ([], Rejection.Of("library.unknown-file", ("file", Path.GetFileName(posted.FileName))));
            }
        }

        return (files, null);
    }

    /// <summary>Of a file that can't be taken: which it is, and its own sentence.</summary>
    private string Sentence(Rejection refusal)
    {
        var sentence = Services.Texts.Of(refusal).Plain;
        return refusal.Arguments?.TryGetValue("code", out var code) == true
            ? $"{sentence} {Services.Texts.Of(refusal with { Code = code }).Plain}"
            : sentence;
    }
}
