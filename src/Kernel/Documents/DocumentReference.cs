using System.Security.Cryptography;

namespace Approvals.Kernel.Documents;

/// <summary>What an event says of a document: its id and its salted digest (lower-case hex), never its content.</summary>
public sealed record DocumentReference(long Id, string Digest);

/// <summary>
/// SHA-256(salt ‖ SHA-256(bytes)). Once the salt is erased, the digest in the journal says nothing about the bytes.
/// </summary>
public static class DocumentDigest
{
    public static byte[] Compute(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> sha256)
    {
        Span<byte> input = stackalloc byte[salt.Length + sha256.Length];
        salt.CopyTo(input);
        sha256.CopyTo(input[salt.Length..]);
        return SHA256.HashData(input);
    }
}
