namespace Approvals.Server;

/// <summary>What <c>serve</c> was asked for.</summary>
/// <param name="Urls">Addresses to listen on; empty leaves the choice to the host.</param>
/// <param name="DataDirectory">Holds the databases, blobs and keys; made when absent.</param>
/// <param name="Demo">A demonstration city: pages say so and name the accounts.</param>
/// <param name="ManualClock">The clock is moved by hand: pages carry a banner.</param>
public sealed record ServerOptions(
    string DataDirectory,
    IReadOnlyList<string> Urls,
    bool Demo = false,
    bool ManualClock = false
)
{
    /// <summary>Where the public reaches the server; papers and slips bear it as QR codes. The first address by default.</summary>
    public string PublicOrigin { get; init; } = Urls.Count > 0 ? Urls[0] : "http://localhost";

    /// <summary>How long the bytes of a public page are kept; what changes meanwhile is seen after it.</summary>
    public TimeSpan PublicPagesKept { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The only clock of the process.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
