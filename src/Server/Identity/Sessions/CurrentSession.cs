using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity.Sessions;

/// <summary>The session and the account behind this request, and whether the person proved lately that it is still them.</summary>
public sealed class CurrentSession(IHttpContextAccessor accessor, UserManager<Account> accounts, SessionBook book)
{
    private Task<Account?>? account;

    /// <summary>The session; null when nobody is signed in.</summary>
    public Session? Session => accessor.HttpContext?.Features.Get<Session>();

    public bool IsFresh => Session is { } session && book.IsFresh(session);

    public Task<Account?> AccountAsync() => account ??= FindAsync();

    /// <summary>The account of a page that only signed-in people reach.</summary>
    public async Task<Account> RequireAsync() =>
        await AccountAsync() ?? throw new InvalidOperationException("Nobody is signed in.");

    private async Task<Account?> FindAsync() =>
        accessor.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Session is not null
            ? await accounts.FindByIdAsync(id)
            : null;
}
