using System.Text;

namespace Approvals.Credentials.Verification;

/// <summary>The RFC 3161 token that says when a checkpoint of the log was there, made over the signed note as it is published.</summary>
public static class CheckpointTimestamp
{
    /// <param name="token">DER of the token.</param>
    /// <returns>The instant, or null with the faults that <see cref="TimestampCheck"/> names.</returns>
    public static (DateTimeOffset? At, IReadOnlyList<Finding> Faults) Check(
        string note,
        ReadOnlyMemory<byte> token,
        Trust trust
    )
    {
        var verdict = TimestampCheck.Check(token, Encoding.UTF8.GetBytes(note), trust);
        return (verdict.At, verdict.Faults);
    }
}
