using System.Globalization;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>The addresses of the journey.</summary>
public static class ApplyLinks
{
    public const string Begun = "/me/apply";

    public static string Start(string code) => $"{Begun}/{Uri.EscapeDataString(code)}";

    public static string Step(string code, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Start(code)}/{number}");

    public static string Check(string code) => Start(code) + "/check";

    public static string File(string code, string sha256) => $"{Start(code)}/file/{sha256}";

    public static string Slip(string caseKey) => $"/me/cases/{caseKey}/slip";
}
