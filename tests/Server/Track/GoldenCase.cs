namespace Approvals.Server.Tests.Track;

/// <summary>A server of its own with the case of the drawn screens, on Mon 2026-10-12 09:06.</summary>
public sealed class GoldenCase : IAsyncLifetime
{
    public CaseHost Host { get; } = new();

    public long Key { get; private set; }

    public string Address => $"/me/cases/{Key}";

    /// <summary>202609160001: the first number of the day.</summary>
    public const string QueryNumber = "202609160001";

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Key = await Host.Cases.GoldenAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
