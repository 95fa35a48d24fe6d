namespace Approvals.Server.Pages.Account.Home;

/// <summary>A browser's own description in the two words its owner knows it by: <c>Firefox · Windows</c>.</summary>
public static class DeviceWords
{
    // The first that is found counts: nearly all of them also claim to be others.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger/", "微信"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Null when the description names neither.</summary>
    public static string? Of(string device)
    {
        var words = new[] { Find(Browsers, device), Find(Systems, device) }.OfType<string>().ToList();
        return words.Count == 0 ? null : string.Join(" · ", words);
    }

    private static string? Find((string Mark, string Name)[] known, string device) =>
        Array.Find(known, each => device.Contains(each.Mark, StringComparison.Ordinal)).Name;
}
