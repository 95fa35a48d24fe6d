using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Tenders.Bid;

/// <summary>
/// 投标封存. The page knows nothing of who is there: without a sign-in, without a cookie it needs, everything of the bid is read, sealed and kept
/// in the browser. What it shows of the tender comes from the signed notice, which the browser checks.
/// </summary>
public sealed class IndexModel(TimeProvider clock) : PageModel
{
    /// <summary>Of the passphrase of a recovery file.</summary>
    public const int FewestCharacters = 12;

    /// <summary>保证金的形式, as the opening statement writes them: words of the protocol, in one language.</summary>
    public static readonly IReadOnlyList<string> Deposits = ["转账", "保函", "保险"];

    /// <summary>What may go wrong in the browser: a sentence each, <c>bid.fault.*</c>.</summary>
    public static readonly IReadOnlyList<string> Faults =
    [
        "notice-missing",
        "notice-unsigned",
        "sections-too-long",
        "files-changed",
        "quota",
        "sheet-full",
        "deadline",
        "not-newer",
        "not-of-notice",
        "notice-replaced",
        "no-room",
        "refused",
        "receipt",
        "release",
        "unexpected",
        "not-a-recovery-file",
        "another-tender",
        "wrong-passphrase",
        "another-root",
        "not-frozen",
        "set-differs",
        "set-signatures",
        "not-in-set",
        "not-identified",
        "findings-differ",
        "no-lot-passed",
        "not-a-receipt",
    ];

    /// <summary>What the form asks for: <c>bid.ask.*</c>.</summary>
    public static readonly IReadOnlyList<string> Asks =
    [
        "lot",
        "price",
        "days",
        "manager",
        "qualification",
        "proof",
        "technical",
        "certificate",
        "passphrase-short",
        "passphrase-differs",
        "recovery-file",
        "recovery-untested",
        "two-files",
    ];

    public string Number { get; private set; } = string.Empty;

    /// <summary>Unix milliseconds of the platform's clock: what a deadline is held against, also where the device's clock is wrong.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public void OnGet(string number) => Number = number;
}
