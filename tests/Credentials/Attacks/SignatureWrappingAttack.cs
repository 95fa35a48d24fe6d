using System.Text;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The signed second part is moved away, and other content put where it was.</summary>
public sealed class SignatureWrappingAttack : IAttackClass
{
    private const string Evil = "\n9999 0 obj\n<</Type /Catalog>>\nendobj\n%%EOF\n";

    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var pdf = material.Sealed;
        var (_, _, start, end, rest) = AttackMaterial.RangeOf(pdf, 0);
        byte[] before = pdf[..start];
        byte[] value = pdf[start..end];
        byte[] after = pdf[end..];
        var evil = Encoding.ASCII.GetBytes(Evil);

        byte[] wedged = [.. before, .. value, .. evil, .. after];
        yield return new("wedge between value and rest", Ranged(wedged, end + evil.Length), "structure.malformed");
        byte[] padded =
        [
            .. before,
            .. value.AsSpan(0, value.Length - 1),
            .. new string('0', 64).Select(c => (byte)c),
            (byte)'>',
            .. after,
        ];
        yield return new("value made longer", Ranged(padded, end + 64), "structure.malformed");
        byte[] comment = [.. before, .. value, .. "%"u8, .. after];
        yield return new("comment behind the value", Ranged(comment, end + 1), "structure.malformed");
        byte[] shifted = [.. "%PDF-1.7\n"u8, .. pdf];
        yield return new("a header before the header", shifted, "structure.malformed");
        byte[] twice = [.. pdf, .. after];
        yield return new("the rest a second time", twice, "document.unsigned-revision");
        var moved = Wrapped(0);
        var place = moved.AsSpan().LastIndexOf(after.AsSpan(0, Math.Min(after.Length, 200)));
        yield return new("a new value object over the old parts", Wrapped(place), "signature.byte-range");

        byte[] Ranged(byte[] file, int second) => AttackMaterial.WithRange(file, 0, $"[0 {start} {second} {rest}]");

        byte[] Wrapped(int second) =>
            AttackMaterial.Update(
                pdf,
                (file, update) =>
                {
                    var field = AttackMaterial.FieldOf(file, "seal");
                    var old = (PdfReference)file.Dictionary(field)["V"]!;
                    var forged = new PdfDictionary(file.Dictionary(old))
                    {
                        ["ByteRange"] = new PdfArray(
                            new PdfInteger(0),
                            new PdfInteger(start),
                            new PdfInteger(second),
                            new PdfInteger(rest)
                        ),
                    };
                    update.Set(old, forged);
                    update.Add(new PdfStream(new(), after));
                }
            );
    }
}
