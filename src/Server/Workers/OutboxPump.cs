using System.Collections.Frozen;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>One effect of the outbox. <see cref="Key"/> is its idempotency key.</summary>
public sealed record Effect(long Key, long Stream, string Kind, byte[] Payload);

/// <summary>
/// Carries effects of some kinds out. Delivery inside the platform is done by the turn it gives, so that effect and mark are
/// one commit.
/// </summary>
public interface IEffectCarrier
{
    IReadOnlyList<string> Kinds { get; }

    void Deliver(TurnScope scope, Effect effect);
}

/// <summary>Empties the outbox: every effect is delivered and marked, in the order it was put there.</summary>
public sealed class OutboxPump : Pump
{
    private const int Batch = 200;
    private const int Delivered = 2;

    private static readonly SqlText DueEffects = new(
        "SELECT id, stream, kind, payload FROM outbox WHERE state = 0 AND due <= ?1 ORDER BY due, id LIMIT ?2"
    );

    private static readonly SqlText IsWaiting = new("SELECT count(*) FROM outbox WHERE id = ?1 AND state = 0");

    private static readonly SqlText Mark = new("UPDATE outbox SET state = ?2, attempts = attempts + 1 WHERE id = ?1");

    private static readonly SqlText NextDue = new("SELECT min(due) FROM outbox WHERE state = 0 AND due > ?1");
    private static readonly Actor Carrier = Actor.System("outbox");
    private readonly Platform platform;
    private readonly FrozenDictionary<string, IEffectCarrier> carriers;

    public OutboxPump(Platform platform, IEnumerable<IEffectCarrier> carriers, ILogger<OutboxPump> log)
        : base(platform, log)
    {
        this.platform = platform;
        this.carriers = carriers
            .SelectMany(carrier => carrier.Kinds.Select(kind => (kind, carrier)))
            .ToFrozenDictionary(pair => pair.kind, pair => pair.carrier, StringComparer.Ordinal);
    }

    protected override async Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var effects = platform.Readers.Read(session => ReadDue(session, platform.Clock.GetUtcNow()));
            var mine = effects.Where(effect => carriers.ContainsKey(effect.Kind)).ToList();
            await Task.WhenAll(mine.Select(DeliverAsync));
            if (mine.Count == 0)
            {
                break;
            }
        }

        var now = platform.Clock.GetUtcNow();
        var next = platform.Readers.Read(session => session.QueryInteger(NextDue, now));
        return next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
    }

    private static List<Effect> ReadDue(SqlSession session, DateTimeOffset now)
    {
        var effects = new List<Effect>();
        using var rows = session.Query(DueEffects, now, Batch);
        while (rows.Next())
        {
            effects.Add(new Effect(rows.Integer(0), rows.Integer(1), rows.Text(2), rows.Blob(3).ToArray()));
        }

        return effects;
    }

    private Task DeliverAsync(Effect effect) =>
        platform.Turns.RunAsync(
            new TurnRequest(
                Carrier,
                scope =>
                {
                    // Another look may have been faster: the mark and the delivery are one commit.
                    if (scope.Session.QueryInteger(IsWaiting, effect.Key) == 1)
                    {
                        carriers[effect.Kind].Deliver(scope, effect);
                        scope.Session.Execute(Mark, effect.Key, Delivered);
                    }

                    return TurnAnswer.Done();
                }
            )
        );
}
