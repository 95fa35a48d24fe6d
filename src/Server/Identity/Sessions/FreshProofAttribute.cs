using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Approvals.Server.Identity.Sessions;

/// <summary>
/// The page is for somebody who proved within the last minutes that they are still the person who signed in
/// (<see cref="SessionBook.FreshFor"/>); others are asked for the proof first and come back.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshProofAttribute : Attribute, IAsyncPageFilter
{
    public const string Address = "/account/confirm";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<CurrentSession>().IsFresh)
        {
            return next();
        }

        var here = http.Request.Path + (HttpMethods.IsGet(http.Request.Method) ? http.Request.QueryString : default);
        context.Result = new RedirectResult($"{Address}?returnUrl={Uri.EscapeDataString(here)}");
        return Task.CompletedTask;
    }
}
