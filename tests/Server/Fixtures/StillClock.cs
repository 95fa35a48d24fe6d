namespace Approvals.Server.Tests.Fixtures;

/// <summary>A clock that stands until it is moved. Its timestamps still run, so that durations can be measured.</summary>
public sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
