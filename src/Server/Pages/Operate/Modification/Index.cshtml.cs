using Approvals.Kernel;
using Approvals.Server.Operations;
using Approvals.Server.Reads.Operate;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Operate.Modification;

/// <summary>修改实例: which steps are ended and which entered, first as a preview of what will happen.</summary>
public sealed class IndexModel(OperateServices services, InstanceQuery instances) : OperateModel(services)
{
    public OperateInstance Found { get; private set; } = null!;

    /// <summary>Keys of element instances to end.</summary>
    [BindProperty]
    public long[] Terminate { get; set; } = [];

    /// <summary>Ids of elements to enter.</summary>
    [BindProperty]
    public string[] Activate { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What will happen; null before it was asked for.</summary>
    public ModificationOutcome? Outcome { get; private set; }

    public IActionResult OnGet(long key) => Find(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPreviewAsync(long key)
    {
        if (!Find(key))
        {
            return NotFound();
        }

        if (!Validate())
        {
            return Page();
        }

        (Outcome, var rejection) = await Modify.PreviewAsync(Platform, await ActorAsync(), key, Order());
        if (rejection is not null)
        {
            Refuse(rejection);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(long key, Guid commandId)
    {
        if (!Find(key))
        {
            return NotFound();
        }

        if (!Validate())
        {
            return Page();
        }

        var answer = await Services.Commands.SendAsync(
            scope => Modify.Execute(Platform, scope, key, Order()),
            commandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/operate/instances/{key}?done=modify");
        }

        Refuse(rejection);
        return Page();
    }

    /// <summary>Element ids as the model names them.</summary>
    public string Names(IEnumerable<string> elements) =>
        string.Join(
            Services.Texts["case.list-separator"].Plain,
            elements.Select(id =>
                Found.Facts.Steps.TryGetValue(id, out var step) && step.Name.Length > 0 ? step.Name : id
            )
        );

    private bool Validate()
    {
        if (Terminate.Length + Activate.Length == 0)
        {
            Refuse(Rejection.Of("operation.element-missing"));
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), Services.Texts.Of(Rejection.Of("operation.reason-missing")).Plain);
        }

        return ModelState.IsValid;
    }

    private ModificationOrder Order() =>
        new()
        {
            Reason = Reason!,
            Activate = [.. Activate.Select(element => new ModificationOrder.Entry(element))],
            Terminate = [.. Terminate.Select(key => key.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };

    private bool Find(long key)
    {
        if (instances.Find(key) is not { IsRunning: true } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
