using Approvals.Cases.Catalogue;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Pipeline;
using Approvals.Server.Storage;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Catalogue;

/// <summary>What every page of the administrators needs.</summary>
public sealed record CatalogueServices(PageCommands Commands, ITexts Texts, TimeProvider Clock)
{
    public Platform Platform => Commands.Platform;
}

/// <summary>A page behind /catalogue. The commands check again that whoever sends them is an administrator.</summary>
public abstract class CatalogueModel(CatalogueServices services) : PageModel
{
    /// <summary>What has just been done, told once above the page.</summary>
    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    protected CatalogueServices Services => services;

    protected Platform Platform => services.Platform;

    protected DateOnly Today => Kernel.Calendar.CivilTime.DateOf(services.Clock.GetUtcNow());

    protected T Read<T>(Func<SqlSession, T> query) => Platform.Readers.Read(query);

    /// <summary>Sends the command; false when it was rejected, with the sentence in the page's errors.</summary>
    protected async Task<bool> SendAsync(Func<TurnScope, TurnAnswer> body)
    {
        var answer = await services.Commands.SendAsync(body, CommandId == Guid.Empty ? null : CommandId);
        if (answer.Rejection is { } rejection)
        {
            Refuse(string.Empty, rejection);
        }

        return answer.Rejection is null;
    }

    protected void Refuse(string field, Rejection rejection) =>
        ModelState.AddModelError(field, services.Texts.Of(rejection).Plain);

    /// <summary>A civil day as the date field posts it; null with an error at the field when it is none.</summary>
    protected DateOnly? DayOf(string field, string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
        {
            return day;
        }

        Refuse(field, Rejection.Of("catalogue.bad-day"));
        return null;
    }
}
