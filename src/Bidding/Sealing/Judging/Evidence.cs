using Approvals.Bidding.Sealing.Envelopes;

namespace Approvals.Bidding.Sealing.Judging;

/// <summary>
/// What anybody has of one accepted envelope. Each part proves itself — the header by <c>env_id</c>, pieces by the body root, secrets by
/// their commitments — so it doesn't matter who supplies it. A part that doesn't is left out before it gets here.
/// </summary>
public sealed record Evidence
{
    public EnvelopeHeader? Header { get; init; }

    /// <summary>Leaf hashes of all pieces, in order.</summary>
    public IReadOnlyList<byte[]>? PieceHashes { get; init; }

    /// <summary>Gives bytes of the body, from start, so many; null where nobody has them.</summary>
    public Func<long, long, byte[]?>? Body { get; init; }

    /// <summary><c>s_id</c>.</summary>
    public byte[]? IdentitySecret { get; init; }

    /// <summary>Released <c>s_{l,p}</c> that match their commitments.</summary>
    public IReadOnlyDictionary<SectionId, byte[]> Secrets { get; init; } = new Dictionary<SectionId, byte[]>();
}
