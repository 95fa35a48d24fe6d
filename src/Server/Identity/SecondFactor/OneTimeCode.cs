using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Approvals.Server.Identity.SecondFactor;

/// <summary>The six digits of an authenticator app: RFC 6238 (TOTP) over HMAC-SHA-1 with steps of 30 seconds.</summary>
public static class OneTimeCode
{
    public const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const long StepSeconds = 30;

    public static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "The one algorithm that every authenticator app has; as a keyed one it is sound."
    )]
    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, mac);
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step within one of <paramref name="now"/> that the code belongs to, later than <paramref name="after"/>; null when none.</summary>
    public static long? StepOf(string code, ReadOnlySpan<byte> key, long now, long after)
    {
        for (var step = now - 1; step <= now + 1; step++)
        {
            // A code that somebody looked at over a shoulder is worth nothing once it was used (RFC 6238 §5.2).
            if (step > after && IsSame(At(key, step), code))
            {
                return step;
            }
        }

        return null;
    }

    private static bool IsSame(string right, string given) =>
        CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(right),
            System.Text.Encoding.UTF8.GetBytes(given)
        );
}
