using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Storage;

namespace Approvals.Server.Pipeline;

/// <summary>
/// How a page sends a command: as the signed-in person, under the command id of its form, so that a double click, the back
/// button or a resent form happens once and gets the first answer.
/// </summary>
public sealed class PageCommands(CurrentActor current, Platform platform)
{
    public Platform Platform { get; } = platform;

    /// <summary>Runs the turn as the person behind the request; <c>account.signed-out</c> when there is none.</summary>
    public async Task<TurnAnswer> SendAsync(Func<TurnScope, TurnAnswer> body, Guid? commandId = null) =>
        await current.ActorAsync() is { } actor
            ? await Platform.SendAsync(actor, body, commandId?.ToString("N"))
            : Rejection.Of("account.signed-out");
}
