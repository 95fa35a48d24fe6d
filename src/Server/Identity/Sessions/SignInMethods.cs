namespace Approvals.Server.Identity.Sessions;

/// <summary>How a session was opened; also the last part of the text ids <c>account.method.*</c>.</summary>
public static class SignInMethods
{
    public const string Password = "password";
    public const string PasswordAndCode = "password+code";
    public const string Passkey = "passkey";
    public const string Certificate = "certificate";

    /// <summary>The claim by which a sign-in says how it was done; without one it was a password.</summary>
    public const string Claim = "method";

    /// <summary>A method that no stolen password opens.</summary>
    public static bool IsStrong(string method) => method != Password;
}
