using Approvals.Bidding.Sealing.Notices;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Tenders.Keys;

/// <summary>
/// 保管钥匙: the ceremony of a holder. Keys are made in the browser and leave it as a file under a passphrase; who may register them the tender's door
/// asks, by sign-in or by the code that the tender's page shows to the holder.
/// </summary>
public sealed class IndexModel : PageModel
{
    public static readonly IReadOnlyList<HolderRole> Roles = Enum.GetValues<HolderRole>();

    /// <summary>What may go wrong in the browser: a sentence each, <c>holder.fault.*</c>.</summary>
    public static readonly IReadOnlyList<string> Faults =
    [
        "unexpected",
        "refused",
        "notice-missing",
        "notice-unsigned",
        "not-my-keys",
        "release",
        "not-unlocking",
        "keys-closed",
        "not-a-recovery-file",
        "another-tender",
        "wrong-passphrase",
    ];

    public static readonly IReadOnlyList<string> Asks = ["passphrase-short", "passphrase-differs", "keys-file"];

    public static readonly IReadOnlyList<string> Done = ["registered", "signed", "given"];

    public string Number { get; private set; } = string.Empty;

    /// <summary>The role that the holder's own page links to.</summary>
    public HolderRole? Role { get; private set; }

    public void OnGet(string number, HolderRole? role) => (Number, Role) = (number, role);
}
