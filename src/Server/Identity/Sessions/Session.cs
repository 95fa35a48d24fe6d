namespace Approvals.Server.Identity.Sessions;

/// <summary>
/// One sign-in. The session cookie names it; while the row stands and is not ended, the cookie is worth something.
/// Instants are UTC Unix milliseconds.
/// </summary>
public sealed class Session
{
    public required string Id { get; init; }

    public required long AccountId { get; init; }

    /// <summary>One of <see cref="SignInMethods"/>.</summary>
    public required string Method { get; init; }

    /// <summary>What the browser says it is, shortened; empty when it says nothing.</summary>
    public required string Device { get; init; }

    public required long CreatedAt { get; init; }

    public required long SeenAt { get; set; }

    /// <summary>When the person last proved with the account's best means that it is still them; null: not in this session.</summary>
    public long? ProvedAt { get; set; }

    public long? EndedAt { get; set; }

    /// <summary>What the next certificate request of this session must carry; null when none was asked for.</summary>
    public string? Nonce { get; set; }

    public long? NonceAt { get; set; }
}
