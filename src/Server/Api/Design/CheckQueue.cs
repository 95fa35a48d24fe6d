namespace Approvals.Server.Api.Design;

/// <summary>
/// Checks, scenarios and evaluations are bounded by budgets of the engine, but each may keep a processor busy for a second or two: so many
/// at once as there are processors, others wait for their turn for a while.
/// </summary>
public sealed class CheckQueue : IDisposable
{
    /// <summary>The most characters of one document that is looked at.</summary>
    public const int MostCharacters = 4 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim seats = new(Environment.ProcessorCount);

    /// <summary>Does the work beside the request; null when no turn came in time.</summary>
    public async Task<T?> RunAsync<T>(Func<T> work, CancellationToken cancellation)
        where T : class
    {
        if (!await seats.WaitAsync(Patience, cancellation))
        {
            return null;
        }

        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            seats.Release();
        }
    }

    public void Dispose() => seats.Dispose();
}
