using System.Buffers.Binary;
using System.Text;

namespace Approvals.Credentials.Pdf.Fonts;

internal static class NameTable
{
    private const int PostScript = 6;

    /// <summary>Name 6, reduced to what a PDF name of a font may hold.</summary>
    public static string PostScriptName(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        var storage = BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
        for (var i = 0; i < count; i++)
        {
            var record = table[(6 + (i * 12))..];
            if (BinaryPrimitives.ReadUInt16BigEndian(record[6..]) != PostScript)
            {
                continue;
            }

            var platform = BinaryPrimitives.ReadUInt16BigEndian(record);
            var text = table.Slice(
                storage + BinaryPrimitives.ReadUInt16BigEndian(record[10..]),
                BinaryPrimitives.ReadUInt16BigEndian(record[8..])
            );
            var name = (platform == 1 ? Encoding.Latin1 : Encoding.BigEndianUnicode).GetString(text);
            return string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
        }

        return "Unnamed";
    }
}
