using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>The messages that the platform has delivered to a person, latest first.</summary>
public sealed class MyMessagesQuery(PlatformReads reads)
{
    public async Task<IReadOnlyList<MyMessage>> OfCaseAsync(string actorId, long key, CancellationToken cancellation) =>
        await ReadAsync(reads.Messages.Where(row => row.Person == actorId && row.Owner == key), 0, 20, cancellation);

    public async Task<IReadOnlyList<MyMessage>> ReadAsync(
        string actorId,
        int skip,
        int take,
        CancellationToken cancellation
    ) => await ReadAsync(reads.Messages.Where(row => row.Person == actorId), skip, take, cancellation);

    public Task<int> CountAsync(string actorId, CancellationToken cancellation) =>
        reads.Messages.CountAsync(row => row.Person == actorId, cancellation);

    public Task<int> CountUnreadAsync(string actorId, CancellationToken cancellation) =>
        reads.Messages.CountAsync(row => row.Person == actorId && row.Read == null, cancellation);

    private static async Task<IReadOnlyList<MyMessage>> ReadAsync(
        IQueryable<MessageRead> messages,
        int skip,
        int take,
        CancellationToken cancellation
    )
    {
        var rows = await messages
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Key)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new MyMessage(
                row.Key,
                row.Owner,
                row.Text,
                DateTimeOffset.FromUnixTimeMilliseconds(row.At),
                row.Read is not null
            )),
        ];
    }
}

/// <param name="Case">The case that it is about.</param>
public sealed record MyMessage(long Key, long Case, string Words, DateTimeOffset At, bool IsRead);
