using System.Globalization;
using System.Text;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>Honest files to start from, and the knives: every file is made by this project's own writer.</summary>
public sealed class AttackMaterial : IDisposable
{
    public AttackMaterial()
    {
        Unsigned = SampleLicence.Render();
        Sealed = Seal(Unsigned);
        Archived = SignedLicence.Archived(Authority);
    }

    public TestAuthority Authority { get; } = new();

    /// <summary>An authority of an attacker that calls itself the same.</summary>
    public TestAuthority Foreign { get; } = new();

    public byte[] Unsigned { get; }

    /// <summary>One signature, the seal, B-B.</summary>
    public byte[] Sealed { get; }

    /// <summary>Four roles, B-LTA.</summary>
    public byte[] Archived { get; }

    public DateTimeOffset At { get; } = SampleLicence.SignedAt;

    public byte[] Seal(byte[] pdf) => PdfSigner.Sign(pdf, SampleLicence.SealRequest, Authority.Seal);

    /// <summary>A further revision.</summary>
    public static byte[] Update(byte[] pdf, Action<PdfFile, IncrementalUpdate> change)
    {
        var file = PdfFile.Open(pdf);
        var update = new IncrementalUpdate(file);
        change(file, update);
        return update.Write();
    }

    /// <summary>Where the n-th ByteRange of a file stands: its own text, and the three numbers that count.</summary>
    public static (int At, int Room, int Start, int End, int Tail) RangeOf(byte[] pdf, int index)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var at = -1;
        for (var i = 0; i <= index; i++)
        {
            at = text.IndexOf("/ByteRange [", at + 1, StringComparison.Ordinal);
        }

        at += "/ByteRange ".Length;
        var end = text.IndexOf(']', at) + 1;
        var numbers = Array.ConvertAll(
            text[(at + 1)..(end - 1)].Split(' '),
            number => int.Parse(number, CultureInfo.InvariantCulture)
        );
        while (text[end] == ' ')
        {
            end++;
        }

        return (at, end - at, numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>Another text in the place of the n-th ByteRange; <c>{0} {1} {2}</c> are the honest numbers.</summary>
    public static byte[] WithRange(byte[] pdf, int index, string shape)
    {
        var (at, room, start, end, rest) = RangeOf(pdf, index);
        var range = string.Format(CultureInfo.InvariantCulture, shape, start, end, rest);
        var attacked = (byte[])pdf.Clone();
        Encoding.ASCII.GetBytes(range.PadRight(room), attacked.AsSpan(at));
        return attacked;
    }

    /// <summary>Another value in the Contents of the n-th signature.</summary>
    public static byte[] WithContents(byte[] pdf, int index, byte[] value)
    {
        var (_, _, start, end, _) = RangeOf(pdf, index);
        var digits = Convert.ToHexString(value).PadRight(end - start - 2, '0');
        var attacked = (byte[])pdf.Clone();
        Encoding.ASCII.GetBytes(digits.AsSpan(0, end - start - 2), attacked.AsSpan(start + 1));
        return attacked;
    }

    public static byte[] ContentsOf(byte[] pdf, int index)
    {
        var (_, _, start, end, _) = RangeOf(pdf, index);
        return Convert.FromHexString(Encoding.ASCII.GetString(pdf, start + 1, end - start - 2));
    }

    /// <summary>What the n-th signature covers.</summary>
    public static byte[] CoveredBy(byte[] pdf, int index)
    {
        var (_, _, start, end, rest) = RangeOf(pdf, index);
        return [.. pdf.AsSpan(0, start), .. pdf.AsSpan(end, rest)];
    }

    public static byte[] Raw(byte[] pdf, string appended) => [.. pdf, .. Encoding.Latin1.GetBytes(appended)];

    public static PdfReference FieldOf(PdfFile file, string name)
    {
        var form = file.Dictionary(file.Catalog["AcroForm"]);
        var fields = (PdfArray)file.Resolve(form["Fields"]);
        return fields
            .Items.Cast<PdfReference>()
            .Single(item => ((PdfString)file.Dictionary(item)["T"]!).ToText() == name);
    }

    public static PdfReference EmbeddedFileOf(PdfFile file) =>
        new(
            file.Places.Keys.Single(each =>
                file.Object(each) is PdfStream stream && stream.Dictionary.NameOf("Type") == "EmbeddedFile"
            )
        );

    /// <summary>The ends of all revisions, in order.</summary>
    public static IReadOnlyList<int> RevisionsOf(byte[] pdf)
    {
        var ends = new List<int>();
        for (var at = 0; at < pdf.Length; )
        {
            var found = pdf.AsSpan(at).IndexOf("%%EOF\n"u8);
            if (found < 0)
            {
                break;
            }

            at += found + 6;
            ends.Add(at);
        }

        return ends;
    }

    public static LicenceDocument Other { get; } = SampleLicence.Document with { Title = "食品经营许可证" };

    public void Dispose()
    {
        Authority.Dispose();
        Foreign.Dispose();
    }
}
