using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Tests.Verification;

public sealed class LicenceVerifierTests(TestAuthority authority) : IClassFixture<TestAuthority>
{
    private static readonly DateTimeOffset Now = SampleLicence.SignedAt;

    [Fact]
    public void An_untouched_licence_is_valid_and_read()
    {
        var report = Verify(Sealed());

        report.AllFaults.ShouldBeEmpty();
        report.IsValid.ShouldBeTrue();
        report.Licence.ShouldNotBeNull().Identifier.ShouldBe(SampleLicence.Document.Identifier);
        var seal = report.Signatures.ShouldHaveSingleItem();
        seal.SignerName.ShouldBe("清源市卫生健康委员会电子印章");
        seal.ClaimedAt.ShouldBe(SampleLicence.SignedAt);
        seal.CoversWholeDocument.ShouldBeTrue();
    }

    [Fact]
    public void An_unsigned_licence_is_not_valid()
    {
        var report = Verify(SampleLicence.Render());

        report.IsValid.ShouldBeFalse();
        Codes(report).ShouldBe(["signature.none", "licence.signature-missing"]);
    }

    [Fact]
    public void Another_root_is_not_believed()
    {
        using var other = new TestAuthority();

        Codes(LicenceVerifier.Verify(Sealed(), new([other.Authority.Root]), Now)).ShouldContain("signature.chain");
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(3000)]
    public void Outside_the_certificates_days_it_is_expired(int days) =>
        Codes(LicenceVerifier.Verify(Sealed(), new([authority.Authority.Root]), TestAuthority.Founded.AddDays(days)))
            .ShouldContain("signature.expired");

    [Fact]
    public void With_lists_at_hand_a_revoked_seal_is_refused_and_a_stale_list_is_no_answer()
    {
        using var own = new TestAuthority();
        using var root = own.Authority.OpenRoot(own.Keys);
        var signed = PdfSigner.Sign(SampleLicence.Render(), SampleLicence.SealRequest, own.Seal);
        var month = TimeSpan.FromDays(30);
        var above = List(root.PublishRevocationList(Now.AddDays(-1), month));
        var clean = List(own.Authority.Seals.PublishRevocationList(Now.AddDays(-1), month));
        own.Authority.Seals.Revoke(own.Seal.Certificate, X509RevocationReason.KeyCompromise, Now.AddDays(-2));
        var revoked = List(own.Authority.Seals.PublishRevocationList(Now, month));

        Outcome(above, clean).ShouldBeEmpty();
        Outcome(above, clean, revoked).ShouldBe(["signature.revoked"]);
        Outcome(above).ShouldBe(["signature.revocation-unknown"]);
        Codes(LicenceVerifier.Verify(signed, new([own.Authority.Root], [above, clean]), Now.AddDays(40)))
            .ShouldBe(["signature.revocation-unknown", "signature.revocation-unknown"]);
        RevocationList.Read("no list"u8.ToArray()).ShouldBeNull();

        IReadOnlyList<string> Outcome(params RevocationList[] lists) =>
            Codes(LicenceVerifier.Verify(signed, new([own.Authority.Root], lists), Now));
        static RevocationList List(byte[] der) => RevocationList.Read(der).ShouldNotBeNull();
    }

    [Fact]
    public void A_person_cannot_stand_in_for_the_seal()
    {
        var signed = PdfSigner.Sign(SampleLicence.Render(), SampleLicence.SealRequest, authority.Clerk);

        Codes(Verify(signed)).ShouldBe(["licence.issuer-differs"]);
    }

    [Fact]
    public void A_signature_the_licence_calls_for_is_missed()
    {
        var licence = SampleLicence.Document with { Signers = [new("窗口", "林晓芸", "10-14 10:02", "window")] };

        var signed = PdfSigner.Sign(
            LicencePdf.Render(licence, TestFonts.Set),
            SampleLicence.SealRequest,
            authority.Seal
        );

        Codes(Verify(signed)).ShouldBe(["licence.signature-missing", "licence.not-certified"]);
    }

    [Fact]
    public void Data_that_differs_from_the_page_is_found_though_the_seal_is_good()
    {
        var file = PdfFile.Open(SampleLicence.Render());
        var update = new IncrementalUpdate(file);
        var number = file.Places.Keys.Single(each =>
            file.Object(each) is PdfStream stream && stream.Dictionary.NameOf("Type") == "EmbeddedFile"
        );
        var forged = SampleLicence.Document with { Issuer = "清源市公安局" };
        update.Set(
            new PdfReference(number),
            new PdfStream(new() { ["Type"] = new PdfName("EmbeddedFile") }, forged.ToJson())
        );

        var report = Verify(PdfSigner.Sign(update.Write(), SampleLicence.SealRequest, authority.Seal));

        Codes(report).ShouldBe(["licence.text-differs", "licence.issuer-differs"], ignoreOrder: true);
    }

    [Fact]
    public void A_licence_without_its_data_is_refused()
    {
        var file = PdfFile.Open(SampleLicence.Render());
        var update = new IncrementalUpdate(file);
        update.Set(file.Root, new PdfDictionary(file.Catalog) { ["Names"] = null, ["AF"] = null });

        Codes(Verify(PdfSigner.Sign(update.Write(), SampleLicence.SealRequest, authority.Seal)))
            .ShouldContain("licence.missing");
    }

    [Fact]
    public void No_covered_byte_can_be_flipped()
    {
        var signed = Sealed();
        var (start, end) = ContentsOf(signed);
        for (var at = 0; at < signed.Length; at += 331)
        {
            if (at <= start || at >= end)
            {
                signed[at] ^= 0x01;
                Verify(signed).IsValid.ShouldBeFalse($"byte {at}");
                signed[at] ^= 0x01;
            }
        }

        Verify(signed).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void Broken_files_give_reports_never_exceptions()
    {
        var signed = Sealed();
        var random = new Random(20261014);
        for (var round = 0; round < 400; round++)
        {
            var broken = (byte[])signed.Clone();
            for (var i = 0; i < 20; i++)
            {
                // The structure lies at both ends; a flip in a compressed middle only ever breaks a digest.
                var at = random.Next(2) == 0 ? random.Next(broken.Length) : broken.Length - 1 - random.Next(1500);
                broken[at] = (byte)random.Next(256);
            }

            Verify(broken.AsMemory(0, random.Next(3) == 0 ? random.Next(broken.Length) : broken.Length))
                .IsValid.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("[0 {0} {1} {2}]", null)]
    [InlineData("[1 {0} {1} {2}]", "signature.byte-range")]
    [InlineData("[0 {0} {1}]", "signature.byte-range")]
    [InlineData("[0 {0} {1} -{2}]", "signature.byte-range")]
    [InlineData("[0 100 {1} {2}]", "signature.byte-range")]
    [InlineData("[0 {1} {0} {2}]", "signature.byte-range")]
    [InlineData("[0 {0} {0} {2}]", "signature.byte-range")]
    [InlineData("[0 {0} {1} 99999999]", "signature.byte-range")]
    [InlineData("[0 {0} {1} 100]", "signature.revision")]
    public void Ranges_of_another_shape_are_refused(string shape, string? code)
    {
        var signed = Sealed();
        var (start, end) = ContentsOf(signed);
        var text = Encoding.Latin1.GetString(signed);
        var at = text.IndexOf("/ByteRange [", StringComparison.Ordinal) + "/ByteRange ".Length;
        var room = text.IndexOf(']', at) + 1 - at;
        var range = string.Format(null, shape, start, end, signed.Length - end);
        while (text[at + room] == ' ')
        {
            room++;
        }

        Encoding.ASCII.GetBytes(range.PadRight(room), signed.AsSpan(at));

        var codes = Codes(Verify(signed));

        (code is null ? codes.Count == 0 : codes.Contains(code)).ShouldBeTrue(string.Join(' ', codes));
    }

    [Fact]
    public void Bytes_after_the_end_are_refused() =>
        Codes(Verify(Sealed().Concat("%%EOF and more"u8.ToArray()).ToArray())).ShouldContain("structure.trailing");

    public static TheoryData<string> Changes => [.. Attacks.Keys];

    private static readonly Dictionary<string, Action<PdfFile, IncrementalUpdate>> Attacks = new()
    {
        ["page content replaced"] = (file, update) =>
        {
            var page = file.Pages()[0];
            var content = update.Add(new PdfStream(new(), "0 0 100 100 re f"u8.ToArray()));
            update.Set(page, new PdfDictionary(file.Dictionary(page)) { ["Contents"] = content });
        },
        ["content stream overwritten"] = (file, update) =>
        {
            var content = (PdfReference)file.Dictionary(file.Pages()[0])["Contents"]!;
            update.Set(content, new PdfStream(new(), "0 0 100 100 re f"u8.ToArray()));
        },
        ["note laid over the page"] = (file, update) =>
        {
            var page = file.Pages()[0];
            var note = update.Add(
                new PdfDictionary { ["Type"] = new PdfName("Annot"), ["Subtype"] = new PdfName("FreeText") }
            );
            var dictionary = file.Dictionary(page);
            var annotations = new PdfArray([.. ((PdfArray)dictionary["Annots"]!).Items, note]);
            update.Set(page, new PdfDictionary(dictionary) { ["Annots"] = annotations });
        },
        ["seal taken off the page"] = (file, update) =>
        {
            var page = file.Pages()[0];
            update.Set(page, new PdfDictionary(file.Dictionary(page)) { ["Annots"] = null });
        },
        ["page tree exchanged"] = (file, update) =>
        {
            var pages = update.Add(
                new PdfDictionary
                {
                    ["Type"] = new PdfName("Pages"),
                    ["Kids"] = new PdfArray(),
                    ["Count"] = new PdfInteger(0),
                }
            );
            update.Set(file.Root, new PdfDictionary(file.Catalog) { ["Pages"] = pages });
        },
        ["script that runs on opening"] = (file, update) =>
            update.Set(file.Root, new PdfDictionary(file.Catalog) { ["OpenAction"] = new PdfDictionary() }),
        ["attachment exchanged"] = (file, update) =>
        {
            var number = file.Places.Keys.Single(each =>
                file.Object(each) is PdfStream stream && stream.Dictionary.NameOf("Type") == "EmbeddedFile"
            );
            update.Set(new PdfReference(number), new PdfStream(new(), "{}"u8.ToArray()));
        },
        ["signed field changed"] = (file, update) =>
        {
            var field = SealFieldOf(file);
            update.Set(field, new PdfDictionary(file.Dictionary(field)) { ["Rect"] = PdfArray.OfNumbers(0, 0, 9, 9) });
        },
        ["nothing but an empty revision"] = (_, update) => update.Add(new PdfDictionary()),
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_after_the_seal_is_found(string attack)
    {
        var file = PdfFile.Open(Sealed());
        var update = new IncrementalUpdate(file);
        Attacks[attack](file, update);

        var codes = Codes(Verify(update.Write()));

        codes.ShouldContain("document.unsigned-revision");
        codes.Contains("document.changed").ShouldBe(attack != "nothing but an empty revision");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_further_signature_does_not_bless_a_change_before_it(string attack)
    {
        if (attack == "nothing but an empty revision")
        {
            return;
        }

        var file = PdfFile.Open(Sealed());
        var update = new IncrementalUpdate(file);
        Attacks[attack](file, update);
        if (attack == "page tree exchanged")
        {
            Codes(Verify(update.Write())).ShouldContain("document.changed");
            return;
        }

        var signed = PdfSigner.Sign(update.Write(), new("late", Now, new(0, 10, 10, 50, 20)), authority.Clerk);

        Codes(Verify(signed)).ShouldContain("document.changed");
    }

    [Fact]
    public void An_object_the_seal_left_open_cannot_be_supplied_later()
    {
        var unsealed = PdfFile.Open(SampleLicence.Render());
        var trap = new IncrementalUpdate(unsealed);
        var page = unsealed.Pages()[0];
        var hole = new PdfReference(unsealed.Size + 100);
        var contents = new PdfArray(unsealed.Dictionary(page)["Contents"]!, hole);
        trap.Set(page, new PdfDictionary(unsealed.Dictionary(page)) { ["Contents"] = contents });
        var sealedFile = PdfSigner.Sign(trap.Write(), SampleLicence.SealRequest, authority.Seal);
        var file = PdfFile.Open(sealedFile);
        var update = new IncrementalUpdate(file);
        update.Set(hole, new PdfStream(new(), "0 0 100 100 re f"u8.ToArray()));
        var sprung = PdfSigner.Sign(update.Write(), new("late", Now), authority.Clerk);

        Codes(Verify(sprung)).ShouldContain("document.changed");
    }

    [Fact]
    public void A_signature_moved_into_another_document_is_refused()
    {
        var donor = Sealed();
        var (start, end) = ContentsOf(donor);
        var other = SampleLicence.Document with { Issuer = "清源市卫生健康委员会", Title = "食品经营许可证" };
        var victim = PdfSigner.Sign(LicencePdf.Render(other, TestFonts.Set), SampleLicence.SealRequest, authority.Seal);
        donor.AsSpan(start, end - start).CopyTo(victim.AsSpan(ContentsOf(victim).Start));

        Codes(Verify(victim)).ShouldContain("signature.digest");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a pdf")]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\nstartxref\n0\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF")]
    public void What_is_no_pdf_is_said_to_be_none(string text) =>
        Codes(Verify(Encoding.ASCII.GetBytes(text))).ShouldContain("structure.malformed");

    private static PdfReference SealFieldOf(PdfFile file) =>
        (PdfReference)((PdfArray)file.Dictionary(file.Catalog["AcroForm"])["Fields"]!).Items[0];

    private static (int Start, int End) ContentsOf(byte[] signed)
    {
        var start = signed.AsSpan().IndexOf("/Contents <3"u8) + "/Contents ".Length;
        return (start, start + signed.AsSpan(start).IndexOf((byte)'>') + 1);
    }

    private static IReadOnlyList<string> Codes(VerificationReport report) =>
        [.. report.AllFaults.Select(fault => fault.Code)];

    private byte[] Sealed() => PdfSigner.Sign(SampleLicence.Render(), SampleLicence.SealRequest, authority.Seal);

    private VerificationReport Verify(ReadOnlyMemory<byte> pdf) =>
        LicenceVerifier.Verify(pdf, new([authority.Authority.Root]), Now);
}
