namespace Approvals.Server.Seeding;

/// <summary>Stands until the seeding moves it forward: what the pumps and the paper worker take for now.</summary>
internal sealed class SeedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset instant)
    {
        if (instant.UtcTicks > Interlocked.Read(ref ticks))
        {
            Interlocked.Exchange(ref ticks, instant.UtcTicks);
        }
    }
}
