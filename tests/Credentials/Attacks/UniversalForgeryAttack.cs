using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>A signature that lacks what is to be checked, in the hope that then nothing is checked.</summary>
public sealed class UniversalForgeryAttack : IAttackClass
{
    private static readonly Dictionary<string, Action<PdfDictionary>> Forgeries = new(StringComparer.Ordinal)
    {
        ["no Contents"] = value => value["Contents"] = null,
        ["Contents null"] = value => value["Contents"] = PdfNull.Instance,
        ["Contents empty"] = value => value["Contents"] = new PdfString([], hexadecimal: true),
        ["Contents one zero"] = value => value["Contents"] = new PdfString([0], hexadecimal: true),
        ["Contents a literal"] = value => value["Contents"] = new PdfString([48, 3, 2, 1, 1]),
        ["Contents a number"] = value => value["Contents"] = new PdfInteger(0),
        ["Contents a list"] = value => value["Contents"] = new PdfArray(),
        ["Contents elsewhere"] = value => value["Contents"] = new PdfReference(1),
        ["no ByteRange"] = value => value["ByteRange"] = null,
        ["ByteRange null"] = value => value["ByteRange"] = PdfNull.Instance,
        ["ByteRange empty"] = value => value["ByteRange"] = new PdfArray(),
        ["ByteRange zeros"] = value => value["ByteRange"] = Numbers(0, 0, 0, 0),
        ["ByteRange negative"] = value => value["ByteRange"] = Numbers(0, -1, -1, 0),
        ["ByteRange huge"] = value => value["ByteRange"] = Numbers(0, 10, 20, long.MaxValue),
        ["ByteRange a number"] = value => value["ByteRange"] = new PdfInteger(0),
        ["ByteRange a name"] = value => value["ByteRange"] = new PdfName("All"),
    };

    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        foreach (var (name, forge) in Forgeries)
        {
            var file = AttackMaterial.Update(
                material.Unsigned,
                (file, update) =>
                {
                    var value = new PdfDictionary
                    {
                        ["Type"] = new PdfName("Sig"),
                        ["Filter"] = new PdfName("Adobe.PPKLite"),
                        ["SubFilter"] = new PdfName("ETSI.CAdES.detached"),
                        ["ByteRange"] = Numbers(0, 100, 200, 300),
                        ["Contents"] = new PdfString(new byte[50], hexadecimal: true),
                    };
                    forge(value);
                    var field = AttackMaterial.FieldOf(file, "seal");
                    update.Set(field, new PdfDictionary(file.Dictionary(field)) { ["V"] = update.Add(value) });
                }
            );
            yield return new(name, file, "signature.byte-range");
        }

        yield return new("value null", WithValue(PdfNull.Instance), "structure.malformed");
        yield return new("value inside the field", WithValue(new PdfDictionary()), "structure.malformed");
        yield return new("value of zeros", AttackMaterial.WithContents(material.Sealed, 0, []), "signature.malformed");

        byte[] WithValue(PdfValue value) =>
            AttackMaterial.Update(
                material.Unsigned,
                (file, update) =>
                {
                    var field = AttackMaterial.FieldOf(file, "seal");
                    update.Set(field, new PdfDictionary(file.Dictionary(field)) { ["V"] = value });
                }
            );
    }

    private static PdfArray Numbers(params long[] numbers) => new(numbers.Select(number => new PdfInteger(number)));
}
