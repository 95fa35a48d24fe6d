using Approvals.Kernel;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Storage;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Operate;

/// <summary>What every page of the operators needs.</summary>
public sealed record OperateServices(CurrentActor Current, PageCommands Commands, ITexts Texts, TimeProvider Clock)
{
    public Platform Platform => Commands.Platform;
}

/// <summary>A page behind /operate or /design: designers change, supervisors look on. Whoever posts without the role is refused before anything is read.</summary>
public abstract class OperateModel(OperateServices services) : PageModel
{
    public bool MayChange { get; private set; }

    public DateTimeOffset Now => services.Clock.GetUtcNow();

    /// <summary>What has just been done, told once above the page.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    protected OperateServices Services => services;

    protected Platform Platform => services.Platform;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var person = await services.Current.PersonAsync();
        MayChange = person?.HasAnyRole([Roles.Designer]) == true;
        if (!MayChange && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            context.Result = StatusCode(StatusCodes.Status403Forbidden);
            return;
        }

        await next();
    }

    /// <summary>The person as actor of many turns; the page's own filter has seen that there is one.</summary>
    protected async Task<Actor> ActorAsync() =>
        await services.Current.ActorAsync() ?? throw new InvalidOperationException("Nobody is signed in.");

    protected void Refuse(Rejection rejection) =>
        ModelState.AddModelError(string.Empty, services.Texts.Of(rejection).Plain);
}
