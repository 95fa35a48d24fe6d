using Approvals.Credentials.Transparency;

namespace Approvals.Server.Transparency;

/// <summary>Where a published log is read from; nothing of it is believed before it was checked.</summary>
public interface ILogSource
{
    /// <summary>The newest checkpoint as a signed note.</summary>
    Task<string?> CheckpointAsync();

    /// <summary>The verifier key that the log itself names.</summary>
    Task<string?> KeyAsync();

    /// <summary>The RFC 3161 token over the checkpoint of a size, DER; null when there is none (any more).</summary>
    Task<byte[]?> TimestampAsync(long size);

    /// <summary>The hashes of a tile, 32 octets each, exactly as many as its width says; null when it is not there.</summary>
    Task<byte[]?> TileAsync(TileAddress address);
}
