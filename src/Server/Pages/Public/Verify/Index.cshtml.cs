using System.Security.Cryptography;
using Approvals.Credentials.Verification;
using Approvals.Kernel.Calendar;
using Approvals.Server.Adapters;
using Approvals.Server.Pages.Public.Track;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Log;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Public.Verify;

/// <summary>
/// 证照核验, for everybody: by identifier (the QR code's target), by licence number, or by the file itself. It answers with what
/// is printed on the licence; of a citizen only the masked name.
/// </summary>
[RequestFormLimits(MultipartBodyLengthLimit = LargestFile + Overhead)]
[RequestSizeLimit(LargestFile + Overhead)]
public sealed class IndexModel(
    LicenceQuery licences,
    LeafQuery leaves,
    SealCabinet seals,
    LookUpLimit limit,
    TimeProvider clock,
    ITexts texts
) : PageModel
{
    public const int LargestFile = 20 * 1024 * 1024;
    private const int Overhead = 64 * 1024;

    /// <summary>What was typed into the search of the front page or of this page.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public string? Typed { get; set; }

    public RegisteredLicence? Licence { get; private set; }

    /// <summary>The entry of the public log by which the licence was issued.</summary>
    public long? Position => Licence is { } found ? leaves.OfLicence(found.Identifier) : null;

    public FileVerdict? Checked { get; private set; }

    public DateOnly Today => CivilTime.DateOf(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(string? identifier, CancellationToken cancellation)
    {
        var asked = identifier ?? Typed;
        if (string.IsNullOrWhiteSpace(asked))
        {
            return Page();
        }

        if (!limit.Allows(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError(string.Empty, texts["track.too-often"].Plain);
            return Page();
        }

        Typed = asked;
        Licence = await licences.FindAsync(asked, cancellation);
        if (Licence is null)
        {
            limit.CountMiss(HttpContext);
            Response.StatusCode = StatusCodes.Status404NotFound;
            ModelState.AddModelError("id", texts["verify.unknown"].Plain);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", texts["verify.file-missing"].Plain);
            return Page();
        }

        if (file.Length > LargestFile)
        {
            ModelState.AddModelError("file", texts["verify.file-large"].Plain);
            return Page();
        }

        var bytes = new byte[file.Length];
        await using (var content = file.OpenReadStream())
        {
            await content.ReadExactlyAsync(bytes, cancellation);
        }

        var now = clock.GetUtcNow();
        var report = LicenceVerifier.Verify(bytes, seals.Trust(now), now);
        Licence = report.Licence is { } attached ? await licences.FindAsync(attached.Identifier, cancellation) : null;
        var isTheIssued = Licence?.Sha256 is { } issued && issued.AsSpan().SequenceEqual(SHA256.HashData(bytes));
        Checked = new FileVerdict(report, isTheIssued);
        return Page();
    }
}

/// <summary>What an uploaded file turned out to be.</summary>
/// <param name="IsTheIssued">Byte for byte the file in the register.</param>
public sealed record FileVerdict(VerificationReport Report, bool IsTheIssued)
{
    public bool IsGood => Report.IsValid;
}
