using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Credentials.Sealing;

namespace Approvals.Credentials.Tests.Sealing;

/// <summary>What the platform gives and the seal builds on, at its edges; the browser's library runs the same files.</summary>
public sealed class WycheproofTests
{
    [Fact]
    public void Agreement_gives_the_edge_values_and_refuses_what_is_no_point()
    {
        foreach (var each in Vectors.Load("ecdh-p256").GetProperty("cases").EnumerateArray())
        {
            var (point, shared) = (each.Hex("public"), each.Hex("shared"));
            var name = $"test {each.GetProperty("tcId").GetInt32()}";
            SealKey.IsPoint(point).ShouldBe(shared.Length > 0, name);
            if (shared.Length > 0)
            {
                SealKey.Agree(each.Hex("private"), point).ShouldBe(shared, name);
            }
        }
    }

    [Fact]
    public void Encryption_gives_the_bytes_and_refuses_every_flipped_bit()
    {
        foreach (var each in Vectors.Load("aes-gcm").GetProperty("cases").EnumerateArray())
        {
            using var cipher = new AesGcm(each.Hex("key"), 16);
            var (nonce, message, associated) = (each.Hex("iv"), each.Hex("msg"), each.Hex("aad"));
            var (output, tag) = (new byte[message.Length], new byte[16]);
            cipher.Encrypt(nonce, message, output, tag, associated);

            output.ShouldBe(each.Hex("ct"));
            tag.ShouldBe(each.Hex("tag"));
            for (var bit = 0; bit < tag.Length * 8; bit++)
            {
                tag[bit / 8] ^= (byte)(1 << (bit % 8));
                Should.Throw<AuthenticationTagMismatchException>(() =>
                    cipher.Decrypt(nonce, output, tag, new byte[output.Length], associated)
                );
                tag[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }
}
