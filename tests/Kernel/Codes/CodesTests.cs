using Approvals.Kernel.Codes;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Kernel.Tests.Codes;

/// <summary>Vectors of GB 11643, GB 11714, GB 32100 and GB/T 36904, right and wrong ones with their fault.</summary>
public sealed class CodesTests
{
    [Theory]
    [InlineData("11010519491231002X", CodeFault.None)]
    [InlineData("11010519491231002x", CodeFault.None)]
    [InlineData("34052419800101001X", CodeFault.None)]
    [InlineData(" 340524 19800101 001X ", CodeFault.None)]
    [InlineData("３４０５２４１９８００１０１００１Ｘ", CodeFault.None)]
    [InlineData("110105194912310021", CodeFault.CheckDigit)]
    [InlineData("11010519490230002X", CodeFault.BirthDate)]
    [InlineData("110105199913310020", CodeFault.BirthDate)]
    [InlineData("110105177001010020", CodeFault.BirthDate)]
    [InlineData("1101051949123100", CodeFault.Length)]
    [InlineData("110105491231002", CodeFault.Length)]
    [InlineData("1101051949123100X2", CodeFault.Character)]
    [InlineData("11010519491231002Y", CodeFault.Character)]
    [InlineData("", CodeFault.Length)]
    [InlineData(null, CodeFault.Length)]
    public void A_citizen_id_is_judged(string? text, CodeFault expected)
    {
        CitizenId.TryParse(text, out var id, out var fault).ShouldBe(expected == CodeFault.None);
        fault.ShouldBe(expected);
        (id is null).ShouldBe(expected != CodeFault.None);
    }

    [Fact]
    public void A_citizen_id_tells_birth_and_place_and_hides_itself_in_print()
    {
        CitizenId.TryParse("11010519491231002X", out var id, out _).ShouldBeTrue();
        id!.BirthDate.ShouldBe(new DateOnly(1949, 12, 31));
        id.Region.ShouldBe("110105");
        id.IsMale.ShouldBeFalse();
        id.ToString().ShouldBe("1101**********002X");
    }

    [Theory]
    [InlineData("M000100Y4", CodeFault.None)]
    [InlineData("M000100Y-4", CodeFault.None)]
    [InlineData("MA7QY26K6", CodeFault.None)]
    [InlineData("M000100Y5", CodeFault.CheckDigit)]
    [InlineData("M000100YA", CodeFault.Character)]
    [InlineData("M0001-0Y4", CodeFault.Character)]
    [InlineData("M000100Y", CodeFault.Length)]
    public void An_organisation_code_is_judged(string text, CodeFault expected)
    {
        OrganisationCode.TryParse(text, out _, out var fault).ShouldBe(expected == CodeFault.None);
        fault.ShouldBe(expected);
    }

    [Theory]
    [InlineData("91350100M000100Y43", CodeFault.None)]
    [InlineData("91350100m000100y43", CodeFault.None)]
    [InlineData("91990102MA7QY26K6J", CodeFault.None)]
    [InlineData("11990100MB0QY0181Y", CodeFault.None)]
    [InlineData("91350100M000100Y44", CodeFault.CheckDigit)]
    [InlineData("91350100M000100I43", CodeFault.Character)]
    [InlineData("9135O100M000100Y43", CodeFault.Character)]
    [InlineData("91A50100M000100Y43", CodeFault.Character)]
    [InlineData("91350100M000100Y4", CodeFault.Length)]
    public void A_credit_code_is_judged(string text, CodeFault expected)
    {
        UnifiedCreditCode.TryParse(text, out _, out var fault).ShouldBe(expected == CodeFault.None);
        fault.ShouldBe(expected);
    }

    [Fact]
    public void A_credit_code_with_a_right_check_over_a_wrong_organisation_code_is_refused()
    {
        // Only the embedded check character differs from the first vector; the outer one was computed anew.
        UnifiedCreditCode.TryParse("91350100M000100Y56", out _, out var fault).ShouldBeFalse();
        fault.ShouldBe(CodeFault.OrganisationCode);
    }

    [Fact]
    public void A_credit_code_shows_its_parts()
    {
        UnifiedCreditCode.TryParse("91990102MA7QY26K6J", out var code, out _).ShouldBeTrue();
        code!.Region.ShouldBe("990102");
        code.Organisation.ShouldBe("MA7QY26K6");
    }

    [Theory]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U", CodeFault.None)]
    [InlineData("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9", CodeFault.None)]
    [InlineData("1.2.156.3005.2.11990100MB0QY0181Y020.990100.QY2026071.001.M", CodeFault.None)]
    [InlineData("1.2.156.3005.2.11100000MB03271699022.340100.000000017.001.9", CodeFault.CheckDigit)]
    [InlineData("1.2.156.3005.2.11100000MB03271699022.340100.000000016.1.9", CodeFault.Length)]
    [InlineData("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001", CodeFault.Length)]
    [InlineData("1.2.156.3005.2.11100000MB03271699022..000000016.001.9", CodeFault.Character)]
    [InlineData("1.2.156.3005.3.11100000MB03271699022.340100.000000016.001.9", CodeFault.Character)]
    public void A_licence_identifier_is_judged(string text, CodeFault expected)
    {
        LicenceIdentifier.TryParse(text, out var identifier, out var fault).ShouldBe(expected == CodeFault.None);
        fault.ShouldBe(expected);
        identifier?.Value.ShouldBe(text);
    }

    [Fact]
    public void A_composed_licence_identifier_parses_to_itself()
    {
        var parts =
            from letters in Gen.Elements("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()).NonEmptyListOf()
            select string.Concat(letters);
        var identifiers =
            from type in parts
            from issuer in parts
            from serial in parts
            from version in Gen.Choose(1, 999)
            select LicenceIdentifier.Compose(type, issuer, serial, version);
        Prop.ForAll(
                identifiers.ToArbitrary(),
                made => LicenceIdentifier.TryParse(made.Value, out var read, out _) && read == made
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_single_wrong_digit_of_a_citizen_id_is_noticed()
    {
        const string right = "11010519491231002X";
        for (var place = 0; place < 17; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != right[place])
                {
                    var wrong = right[..place] + digit + right[(place + 1)..];
                    CitizenId.TryParse(wrong, out _, out _).ShouldBeFalse(wrong);
                }
            }
        }
    }
}
