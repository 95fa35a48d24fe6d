using System.Buffers.Binary;
using System.Text;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// The sRGB display profile for the output intent, made from the numbers of IEC 61966-2-1: primaries adapted to D50 by Bradford,
/// the curve as a parametric function (ICC.1:2004-10, version 4.2).
/// </summary>
internal static class SrgbProfile
{
    private static readonly Lazy<byte[]> Made = new(Make);

    public static byte[] Bytes => Made.Value;

    private static byte[] Make()
    {
        double[] d50 = [0.9642, 1.0, 0.8249];
        var curve = Typed("para", [0, 3, 0, 0, .. Fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)]);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB")),
            ("cprt", Text("Public domain")),
            ("wtpt", Typed("XYZ ", Fixed(d50))),
            (
                "chad",
                Typed("sf32", Fixed(1.04788, 0.02292, -0.05020, 0.02960, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168))
            ),
            ("rXYZ", Typed("XYZ ", Fixed(0.43607, 0.22249, 0.01392))),
            ("gXYZ", Typed("XYZ ", Fixed(0.38515, 0.71687, 0.09708))),
            ("bXYZ", Typed("XYZ ", Fixed(0.14307, 0.06061, 0.71410))),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var start = 128 + 4 + (tags.Length * 12);
        var profile = new byte[start + tags.DistinctBy(tag => tag.Data).Sum(tag => tag.Data.Length)];
        Header(profile, d50);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Length);
        var places = new Dictionary<byte[], int>();
        for (var i = 0; i < tags.Length; i++)
        {
            var (tag, data) = tags[i];
            if (!places.TryGetValue(data, out var at))
            {
                places[data] = at = start;
                data.CopyTo(profile, at);
                start += data.Length;
            }

            var entry = profile.AsSpan(132 + (i * 12));
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], data.Length);
        }

        return profile;
    }

    private static void Header(Span<byte> profile, double[] illuminant)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile[8..], 0x04200000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        short[] made = [2026, 1, 1, 0, 0, 0];
        for (var i = 0; i < made.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(profile[(24 + (i * 2))..], made[i]);
        }

        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Fixed(illuminant).CopyTo(profile[68..]);
    }

    private static byte[] Typed(string type, byte[] data)
    {
        var length = 8 + data.Length;
        var bytes = new byte[(length + 3) & ~3];
        Encoding.ASCII.GetBytes(type, bytes);
        data.CopyTo(bytes, 8);
        return bytes;
    }

    private static byte[] Text(string text)
    {
        var utf16 = Encoding.BigEndianUnicode.GetBytes(text);
        return Typed(
            "mluc",
            [0, 0, 0, 1, 0, 0, 0, 12, .. "enUS"u8, 0, 0, 0, (byte)utf16.Length, 0, 0, 0, 28, .. utf16]
        );
    }

    private static byte[] Fixed(params ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * 4), (int)Math.Round(values[i] * 65536));
        }

        return bytes;
    }
}
