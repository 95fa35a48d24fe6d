namespace Approvals.Server.Components.PasskeyButton;

/// <summary>
/// A button that makes or uses a passkey. It appears where the browser can do it; the form asks <c>Action?handler=Options</c> for
/// the challenge and is then sent with the credential.
/// </summary>
/// <param name="Words">The id of the button's words.</param>
/// <param name="Creates">Makes a new one; otherwise one is used.</param>
/// <param name="Handler">The handler that takes the credential; null for the page's own.</param>
public sealed record PasskeyButtonView(
    string Action,
    string Words,
    bool Creates = false,
    string? ReturnUrl = null,
    string? Handler = null
)
{
    public static PasskeyButtonView SignIn(string? returnUrl) =>
        new("/account/sign-in/passkey", "passkey.sign-in", ReturnUrl: returnUrl);
}
