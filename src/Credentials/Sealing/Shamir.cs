namespace Approvals.Credentials.Sealing;

/// <summary>
/// Shamir's secret sharing byte by byte over GF(2⁸) with x⁸+x⁴+x³+x+1 (0x11B), the field of AES and of SLIP-39. Coefficients come
/// from the caller, so that a share can be derived again from the secret.
/// </summary>
public static class Shamir
{
    private static readonly byte[] Logarithm = new byte[256];
    private static readonly byte[] Power = Powers();

    /// <summary>
    /// The value at <paramref name="x"/> (1…255) of the polynomial whose constant term is the secret; the coefficients of x, x², …
    /// follow one another in <paramref name="coefficients"/>, each as long as the secret.
    /// </summary>
    public static byte[] Share(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> coefficients, byte x)
    {
        ArgumentOutOfRangeException.ThrowIfZero(x);
        if (coefficients.Length % secret.Length != 0)
        {
            throw new ArgumentException("A coefficient is as long as the secret.", nameof(coefficients));
        }

        var share = new byte[secret.Length];
        for (var term = coefficients.Length - secret.Length; term >= 0; term -= secret.Length)
        {
            for (var at = 0; at < share.Length; at++)
            {
                share[at] = Multiply((byte)(share[at] ^ coefficients[term + at]), x);
            }
        }

        for (var at = 0; at < share.Length; at++)
        {
            share[at] ^= secret[at];
        }

        return share;
    }

    /// <summary>
    /// The value at <paramref name="at"/> of the lowest polynomial through the points; the secret lies at zero. The x are distinct,
    /// the values of one length. Which points are right can't be seen here.
    /// </summary>
    public static byte[] Interpolate(IReadOnlyList<(byte X, byte[] Y)> points, byte at = 0)
    {
        if (points.Count == 0)
        {
            throw new ArgumentException("No point, no polynomial.", nameof(points));
        }

        var value = new byte[points[0].Y.Length];
        foreach (var (x, y) in points)
        {
            byte weight = 1;
            foreach (var (other, _) in points)
            {
                if (other != x)
                {
                    weight = Multiply(weight, Multiply((byte)(other ^ at), Inverse((byte)(other ^ x))));
                }
            }

            for (var index = 0; index < value.Length; index++)
            {
                value[index] ^= Multiply(weight, y[index]);
            }
        }

        return value;
    }

    private static byte Multiply(byte left, byte right) =>
        left == 0 || right == 0 ? (byte)0 : Power[Logarithm[left] + Logarithm[right]];

    private static byte Inverse(byte value) => Power[255 - Logarithm[value]];

    /// <summary>Powers of the generator 3, twice over so that a sum of logarithms needs no reduction; fills the logarithms.</summary>
    private static byte[] Powers()
    {
        var powers = new byte[511];
        var value = 1;
        for (var exponent = 0; exponent < 255; exponent++)
        {
            powers[exponent] = powers[exponent + 255] = (byte)value;
            Logarithm[value] = (byte)exponent;
            value ^= value << 1;
            if (value > 255)
            {
                value ^= 0x11B;
            }
        }

        powers[510] = 1;
        return powers;
    }
}
