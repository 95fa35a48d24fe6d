using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Identity.Sessions;

/// <summary>The sessions of accounts: opened, seen, proved, listed and ended.</summary>
public sealed class SessionBook(AccountDb db, TimeProvider clock)
{
    /// <summary>A session that nobody used for this long is over.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromHours(10);

    /// <summary>For so long a proof counts as fresh.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    private const int LongestDevice = 200;

    // A row is written when it says something new, not with every click.
    private static readonly long SeenStep = (long)TimeSpan.FromMinutes(5).TotalMilliseconds;

    private static readonly Func<AccountDb, string, Task<Session?>> ById = EF.CompileAsyncQuery(
        (AccountDb db, string id) => db.Sessions.AsNoTracking().FirstOrDefault(each => each.Id == id)
    );

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<string> OpenAsync(long accountId, string method, string? device, bool isProved)
    {
        var now = Now;
        var said = device ?? string.Empty;
        var session = new Session
        {
            Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            AccountId = accountId,
            Method = method,
            Device = said[..Math.Min(said.Length, LongestDevice)],
            CreatedAt = now,
            SeenAt = now,
            ProvedAt = isProved ? now : null,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        db.Entry(session).State = EntityState.Detached;
        return session.Id;
    }

    /// <summary>The session if it still stands; being asked for is being seen.</summary>
    public async Task<Session?> FindOpenAsync(string id)
    {
        var now = Now;
        if (await ById(db, id) is not { EndedAt: null } session || now - session.SeenAt > LongestRest.TotalMilliseconds)
        {
            return null;
        }

        if (now - session.SeenAt > SeenStep)
        {
            await Of(id).ExecuteUpdateAsync(set => set.SetProperty(each => each.SeenAt, now));
        }

        return session;
    }

    /// <summary>The open sessions of the account, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(long accountId)
    {
        var since = Now - (long)LongestRest.TotalMilliseconds;
        return await db
            .Sessions.AsNoTracking()
            .Where(each => each.AccountId == accountId && each.EndedAt == null && each.SeenAt >= since)
            .OrderByDescending(each => each.SeenAt)
            .ToListAsync();
    }

    public bool IsFresh(Session session) => session.ProvedAt is { } proved && Now - proved < FreshFor.TotalMilliseconds;

    public Task ProveAsync(string id)
    {
        var now = Now;
        return Of(id).ExecuteUpdateAsync(set => set.SetProperty(each => each.ProvedAt, now));
    }

    /// <summary>Gives the session a new nonce: 32 hexadecimal digits, in place of one that was not used.</summary>
    public async Task<string> IssueNonceAsync(string id)
    {
        var (nonce, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Now);
        await Of(id)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(each => each.Nonce, nonce).SetProperty(each => each.NonceAt, now)
            );
        return nonce;
    }

    /// <summary>Takes the session's nonce, which is used up by it; null when there is none or it is too old.</summary>
    public async Task<string?> TakeNonceAsync(string id)
    {
        var oldest = Now - (long)FreshFor.TotalMilliseconds;
        var nonce = await Of(id)
            .Where(each => each.NonceAt >= oldest)
            .Select(each => each.Nonce)
            .SingleOrDefaultAsync();
        if (nonce is null)
        {
            return null;
        }

        var taken = await Of(id)
            .Where(each => each.Nonce == nonce)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Nonce, (string?)null));
        return taken == 1 ? nonce : null;
    }

    /// <summary>Ends one session of the account; another account's is left alone.</summary>
    public Task EndAsync(long accountId, string id)
    {
        var now = Now;
        return Of(id)
            .Where(each => each.AccountId == accountId && each.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.EndedAt, now));
    }

    /// <summary>Ends every session of the account but <paramref name="kept"/>.</summary>
    public Task EndOthersAsync(long accountId, string? kept)
    {
        var now = Now;
        return db
            .Sessions.Where(each => each.AccountId == accountId && each.Id != kept && each.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.EndedAt, now));
    }

    private IQueryable<Session> Of(string id) => db.Sessions.Where(each => each.Id == id);
}
