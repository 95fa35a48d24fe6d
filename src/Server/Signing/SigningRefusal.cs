using Approvals.Kernel;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Signing;

/// <summary>Why nothing was laid out, as a sentence for the page's script.</summary>
public sealed class SigningRefusal : ContentResult
{
    public SigningRefusal(ITexts texts, Rejection rejection)
    {
        Content = texts.Of(rejection).Plain;
        ContentType = "text/plain; charset=utf-8";
        StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
