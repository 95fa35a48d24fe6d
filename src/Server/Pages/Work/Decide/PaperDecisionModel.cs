using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>A decision whose words leave the house: written, shown as the paper it becomes, then sent or changed.</summary>
public abstract class PaperDecisionModel(DecisionServices services) : DecisionModel(services)
{
    /// <summary>The paper as it would be sent, while <see cref="DecisionModel.IsChecking"/>.</summary>
    public NoticeText? Paper { get; private set; }

    public async Task<IActionResult> OnPostEditAsync(long task, CancellationToken cancellation) =>
        await FindAsync(task, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Validate();
        if (ModelState.IsValid)
        {
            Paper = Draw();
            IsChecking = true;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Validate();
        return ModelState.IsValid ? await SendAsync(Command()) : Page();
    }

    /// <summary>What was written one sentence a line.</summary>
    protected static string[] SentencesOf(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Puts everything that is missing into the model state.</summary>
    protected abstract void Validate();

    protected abstract NoticeText Draw();

    protected abstract CaseCommand Command();
}
