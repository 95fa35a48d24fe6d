using System.Collections.Frozen;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Seeding;

/// <summary>Delivers the messages of a seeded day by the server's own carriers, many in one turn.</summary>
internal sealed class SeedDelivery(Platform platform, IEnumerable<IEffectCarrier> carriers)
{
    private const int Batch = 500;
    private static readonly Actor Carrier = Actor.System("outbox");

    private static readonly SqlText Waiting = new(
        "SELECT id, stream, kind, payload FROM outbox WHERE state = 0 AND due <= ?1 ORDER BY due, id LIMIT ?2"
    );

    private static readonly SqlText Mark = new("UPDATE outbox SET state = 2, attempts = attempts + 1 WHERE id = ?1");

    private readonly FrozenDictionary<string, IEffectCarrier> carriers = carriers
        .SelectMany(carrier => carrier.Kinds.Select(kind => (kind, carrier)))
        .ToFrozenDictionary(pair => pair.kind, pair => pair.carrier, StringComparer.Ordinal);

    /// <summary>Delivers everything that is due and gives the number of turns it took.</summary>
    public async Task<int> DeliverAsync(DateTimeOffset at)
    {
        for (var turns = 1; ; turns++)
        {
            var answer = await platform.Turns.RunAsync(new TurnRequest(Carrier, scope => Deliver(scope, at), At: at));
            if (answer.Text.Length == 0)
            {
                return turns;
            }
        }
    }

    private TurnAnswer Deliver(TurnScope scope, DateTimeOffset at)
    {
        var effects = new List<Effect>();
        using (var rows = scope.Session.Query(Waiting, at, Batch))
        {
            while (rows.Next())
            {
                effects.Add(new Effect(rows.Integer(0), rows.Integer(1), rows.Text(2), rows.Blob(3).ToArray()));
            }
        }

        foreach (var effect in effects)
        {
            carriers[effect.Kind].Deliver(scope, effect);
            scope.Session.Execute(Mark, effect.Key);
        }

        return TurnAnswer.Done(effects.Count == Batch ? "more" : "");
    }
}
