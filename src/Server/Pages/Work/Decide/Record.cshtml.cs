using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Turns;
using Approvals.Server.Pages.Me.Apply.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>联合踏勘记录: one record for all units, with photos.</summary>
public sealed class RecordModel(DecisionServices services) : JointDecisionModel(services)
{
    public override string Outcome => "record";

    private const long LargestPhoto = 10 * 1024 * 1024;
    private const int MostPhotos = 20;

    /// <summary>By unit.</summary>
    [BindProperty]
    public Dictionary<string, string?> Findings { get; set; } = [];

    public InspectionArranged Inspection => Facts.State.Inspection!;

    public async Task<IActionResult> OnPostAsync(long task, List<IFormFile> photos, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        var stored = new List<(string Name, string Media, Blob Blob)>();
        foreach (var photo in photos.Take(MostPhotos))
        {
            if (await ImageKindAsync(photo, cancellation) is { } kind)
            {
                await using var content = photo.OpenReadStream();
                var blob = await Services.Commands.Platform.Blobs.PutAsync(content, LargestPhoto, cancellation);
                stored.Add((Path.GetFileName(photo.FileName), kind.Media, blob!));
            }
        }

        if (stored.Count < photos.Count)
        {
            ModelState.AddModelError(nameof(photos), Texts["work.photos-wrong"].Plain);
            return Page();
        }

        var findings = Findings.Select(found => new UnitFinding(found.Key, found.Value?.Trim() ?? ""));
        return await SendAsync(scope => new RecordInspection(
            [.. findings],
            [.. stored.Select(photo => Document(scope, photo.Name, photo.Media, photo.Blob))]
        ));
    }

    /// <summary>Null when it is no photo of an allowed length; what the browser calls it proves nothing.</summary>
    private static async Task<FileKind?> ImageKindAsync(IFormFile photo, CancellationToken cancellation)
    {
        if (photo.Length is 0 or > LargestPhoto)
        {
            return null;
        }

        var head = new byte[FileKind.SignatureLength];
        await using var content = photo.OpenReadStream();
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return FileKind.Of(head.AsSpan(0, read)) is { IsImage: true } kind ? kind : null;
    }

    private static MaterialDocument Document(TurnScope scope, string name, string media, Blob blob)
    {
        var document = scope.AddDocument(name, media, blob.Sha256, blob.Length);
        return new("现场照片", name, blob.Length, new DocumentRef(document.Id, document.Digest));
    }
}
