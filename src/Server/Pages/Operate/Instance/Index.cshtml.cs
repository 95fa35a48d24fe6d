using Approvals.Server.Operations;
using Approvals.Server.Reads.Operate;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Operate.Instance;

/// <summary>One instance: where it stands and why, its variables (designers only), its history; suspend, resume, cancel, retry.</summary>
public sealed class IndexModel(OperateServices services, InstanceQuery instances) : OperateModel(services)
{
    private const string SuspendName = "suspend";
    private const string ResumeName = "resume";
    private const string CancelName = "cancel";
    private const string RetryName = "retry";
    private const string ModifyName = "modify";

    public OperateInstance Found { get; private set; } = null!;

    [BindProperty]
    public string? Reason { get; set; }

    public bool HasDone => Done is SuspendName or ResumeName or CancelName or RetryName or ModifyName;

    public IActionResult OnGet(long key) => Find(key) ? Page() : NotFound();

    public Task<IActionResult> OnPostSuspendAsync(long key, Guid commandId) =>
        SendAsync(new Suspend(key, Reason ?? ""), SuspendName, commandId);

    public Task<IActionResult> OnPostResumeAsync(long key, Guid commandId) =>
        SendAsync(new Resume(key, Reason ?? ""), ResumeName, commandId);

    public Task<IActionResult> OnPostCancelAsync(long key, Guid commandId) =>
        SendAsync(new Cancel(key, Reason ?? ""), CancelName, commandId);

    public async Task<IActionResult> OnPostRetryAsync(long key, long incident, Guid commandId)
    {
        var answer = await Services.Commands.SendAsync(
            scope => Retry.Resolve(Platform, scope, incident, retries: 1),
            commandId
        );
        return Answer(key, answer.Rejection, RetryName);
    }

    private async Task<IActionResult> SendAsync(InstanceOperation operation, string done, Guid commandId)
    {
        var answer = await Services.Commands.SendAsync(scope => operation.Execute(Platform, scope), commandId);
        return Answer(operation.Instance, answer.Rejection, done);
    }

    private IActionResult Answer(long key, Kernel.Rejection? rejection, string done)
    {
        if (rejection is null)
        {
            return Redirect($"/operate/instances/{key}?done={done}");
        }

        if (!Find(key))
        {
            return NotFound();
        }

        Refuse(rejection);
        return Page();
    }

    private bool Find(long key)
    {
        if (instances.Find(key) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
