using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>Which secret a share is of: content (any three holders) or identity (all four).</summary>
public enum ShareKind : byte
{
    Content = 1,
    Identity = 2,
}

/// <summary>
/// Shares of a secret, each sealed to one holder. Coefficients and ephemeral keys follow from the secret: once it is known, anyone
/// makes the same four ciphertexts again and sees whether the bidder dealt them honestly.
/// </summary>
public static class HolderShares
{
    public const int Size = SealHash.Size + Hpke.Overhead;

    public static int ThresholdOf(ShareKind kind) => kind == ShareKind.Content ? 3 : 4;

    /// <summary>The four ciphertexts in the order of the roles.</summary>
    public static ImmutableArray<byte[]> Deal(Notice notice, ShareKind kind, byte[] @base, byte[] secret)
    {
        var coefficients = SealHash.Derive(secret, @base, "coef", length: SealHash.Size * (ThresholdOf(kind) - 1));
        return
        [
            .. notice.Holders.Select(holder =>
                Hpke.Seal(
                    PointOf(holder, kind),
                    Hpke.DeriveKeyPair(SealHash.Derive(secret, @base, "eph", Mark(kind, holder.Role))),
                    Info(kind, holder.Role, @base),
                    Shamir.Share(secret, coefficients, (byte)holder.Role)
                )
            ),
        ];
    }

    /// <summary>A holder's share, or null when its key doesn't open the ciphertext.</summary>
    public static byte[]? Open(SealKey key, ShareKind kind, HolderRole role, byte[] @base, byte[] ciphertext) =>
        Hpke.Open(key, Info(kind, role, @base), ciphertext) is { Length: SealHash.Size } share ? share : null;

    /// <summary>
    /// The secret that the given holders' keys give, or null when one of the ciphertexts doesn't open. Whether it is the committed one the
    /// caller compares.
    /// </summary>
    public static byte[]? Join(
        IEnumerable<KeyValuePair<HolderRole, SealKey>> keys,
        ShareKind kind,
        byte[] @base,
        ImmutableArray<byte[]> ciphertexts
    )
    {
        var points = new List<(byte, byte[])>();
        foreach (var (role, key) in keys.Take(ThresholdOf(kind)))
        {
            if (Open(key, kind, role, @base, ciphertexts[(int)role - 1]) is not { } share)
            {
                return null;
            }

            points.Add(((byte)role, share));
        }

        return points.Count == ThresholdOf(kind) ? Shamir.Interpolate(points) : null;
    }

    /// <summary>True when the ciphertexts are the four that this secret gives, byte for byte.</summary>
    public static bool AreDealt(
        Notice notice,
        ShareKind kind,
        byte[] @base,
        byte[] secret,
        ImmutableArray<byte[]> ciphertexts
    )
    {
        var dealt = Deal(notice, kind, @base, secret);
        return dealt.Zip(ciphertexts).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }

    private static byte[] PointOf(Holder holder, ShareKind kind) =>
        kind == ShareKind.Content ? holder.ContentPoint : holder.IdentityPoint;

    private static byte[] Mark(ShareKind kind, HolderRole role) => [(byte)kind, (byte)role];

    private static byte[] Info(ShareKind kind, HolderRole role, byte[] @base) =>
        [.. "share"u8, .. Mark(kind, role), .. @base];
}
