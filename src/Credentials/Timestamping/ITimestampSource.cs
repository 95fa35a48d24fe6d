namespace Approvals.Credentials.Timestamping;

/// <summary>Gives timestamps for signatures and documents: the built-in authority, or one elsewhere.</summary>
public interface ITimestampSource
{
    /// <param name="digest">SHA-256 of what is stamped.</param>
    /// <param name="now">Of the caller; an authority elsewhere has its own clock.</param>
    /// <returns>DER of the token (a CMS over a TSTInfo).</returns>
    /// <exception cref="InvalidOperationException">No timestamp can be had at the moment.</exception>
    byte[] Stamp(ReadOnlySpan<byte> digest, DateTimeOffset now);
}
