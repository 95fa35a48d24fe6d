using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Credentials.Sealing;

namespace Approvals.Credentials.Tests.Sealing;

public sealed class HpkeTests
{
    private static readonly JsonElement Vector = Vectors.Load("hpke");

    [Theory]
    [InlineData("ikmR", "skRm", "pkRm")]
    [InlineData("ikmE", "skEm", "pkEm")]
    public void A_key_pair_is_derived_as_the_vector_says(string input, string scalar, string point)
    {
        var pair = Hpke.DeriveKeyPair(Vector.Hex(input));

        pair.Scalar.ShouldBe(Vector.Hex(scalar));
        pair.Point.ShouldBe(Vector.Hex(point));
    }

    [Fact]
    public void Messages_and_exports_are_those_of_the_vector_in_both_directions()
    {
        using var sender = Hpke.ToSend(Vector.Hex("pkRm"), SealKey.FromScalar(Vector.Hex("skEm")), Vector.Hex("info"));
        using var recipient = Hpke.ToReceive(
            Vector.Hex("enc"),
            SealKey.FromScalar(Vector.Hex("skRm")),
            Vector.Hex("info")
        );
        sender.Encapsulated.ShouldBe(Vector.Hex("enc"));
        foreach (var each in Vector.GetProperty("encryptions").EnumerateArray())
        {
            sender.Seal(each.Hex("aad"), each.Hex("plaintext")).ShouldBe(each.Hex("ciphertext"));
            recipient.Open(each.Hex("aad"), each.Hex("ciphertext")).ShouldBe(each.Hex("plaintext"));
        }

        foreach (var each in Vector.GetProperty("exports").EnumerateArray())
        {
            var length = each.GetProperty("L").GetInt32();
            recipient.Export(each.Hex("exporter_context"), length).ShouldBe(each.Hex("exported_value"));
        }
    }

    [Fact]
    public void Every_flipped_bit_another_key_and_another_info_are_refused()
    {
        var recipient = Hpke.DeriveKeyPair([1]);
        var message = Hpke.Seal(recipient.Point, Hpke.DeriveKeyPair([2]), "share"u8, "清源"u8);

        Hpke.Open(recipient, "share"u8, message).ShouldBe("清源"u8.ToArray());
        Hpke.Open(Hpke.DeriveKeyPair([3]), "share"u8, message).ShouldBeNull();
        Hpke.Open(recipient, "shore"u8, message).ShouldBeNull();
        Hpke.Open(recipient, "share"u8, message.AsSpan(0, Hpke.Overhead - 1)).ShouldBeNull();
        for (var bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            Hpke.Open(recipient, "share"u8, message).ShouldBeNull($"bit {bit}");
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    /// <summary>RFC 9180 §7.1.4 and §9.1: what is no scalar and no point is refused at the door.</summary>
    [Fact]
    public void Zero_the_order_and_points_off_the_curve_are_refused()
    {
        var order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
        Should.Throw<CryptographicException>(() => SealKey.FromScalar(new byte[32]));
        Should.Throw<CryptographicException>(() => SealKey.FromScalar(order));
        Should.Throw<CryptographicException>(() => SealKey.FromScalar(new byte[31]));

        var point = Vector.Hex("pkRm");
        SealKey.IsPoint(point).ShouldBeTrue();
        point[64] ^= 1;
        SealKey.IsPoint(point).ShouldBeFalse();
        SealKey.IsPoint([4, .. new byte[64]]).ShouldBeFalse();
        SealKey.IsPoint(point.AsSpan(0, 33)).ShouldBeFalse();
    }

    [Fact]
    public void A_derived_key_signs_and_only_for_its_own_point()
    {
        var pair = Hpke.DeriveKeyPair([7]);
        var signature = pair.Sign("receipt"u8);

        SealKey.Verifies(pair.Point, "receipt"u8, signature).ShouldBeTrue();
        SealKey.Verifies(pair.Point, "recent!"u8, signature).ShouldBeFalse();
        SealKey.Verifies(Hpke.DeriveKeyPair([8]).Point, "receipt"u8, signature).ShouldBeFalse();
        SealKey.Verifies(pair.Point, "receipt"u8, signature.AsSpan(1)).ShouldBeFalse();
    }
}
