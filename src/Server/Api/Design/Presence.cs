using System.Collections.Concurrent;

namespace Approvals.Server.Api.Design;

/// <summary>Somebody who has a document open, and since when.</summary>
public sealed record PresentEditor(string Name, DateTimeOffset Since);

/// <summary>
/// Who has which document open: editors say so every 20 seconds, whoever is silent for a minute is gone. It lives in memory and claims
/// nothing: what keeps two people from overwriting each other is the revision they save on.
/// </summary>
public sealed class Presence(TimeProvider clock)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(long Document, long Person), Seat> seats = new();

    private sealed record Seat(PresentEditor Editor, long Heard);

    /// <summary>Notes that the person is here and gives the others, whoever came first first.</summary>
    public IReadOnlyList<PresentEditor> Note(long document, long person, string name)
    {
        foreach (var (place, seat) in seats)
        {
            if (clock.GetElapsedTime(seat.Heard) > Silence)
            {
                seats.TryRemove(new(place, seat));
            }
        }

        seats.AddOrUpdate(
            (document, person),
            _ => new(new(name, clock.GetUtcNow()), clock.GetTimestamp()),
            (_, seat) => seat with { Heard = clock.GetTimestamp() }
        );
        return
        [
            .. seats
                .Where(each => each.Key.Document == document && each.Key.Person != person)
                .Select(each => each.Value.Editor)
                .OrderBy(each => each.Since),
        ];
    }

    public void Leave(long document, long person) => seats.TryRemove((document, person), out _);
}
