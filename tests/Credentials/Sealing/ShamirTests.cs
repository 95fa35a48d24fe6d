using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Credentials.Sealing;

namespace Approvals.Credentials.Tests.Sealing;

public sealed class ShamirTests
{
    /// <summary>SLIP-39 puts the secret at 255 and its digest at 254, so its vectors prove an interpolation by themselves.</summary>
    [Fact]
    public void The_shares_of_SLIP_39_meet_in_a_secret_with_the_right_digest()
    {
        foreach (var each in Vectors.Load("slip39").GetProperty("cases").EnumerateArray())
        {
            var points = each.GetProperty("shares")
                .EnumerateArray()
                .Select(share => (share.GetProperty("x").GetByte(), share.Hex("y")))
                .ToList();
            var secret = Shamir.Interpolate(points, 255);
            var digest = Shamir.Interpolate(points, 254);

            HMACSHA256.HashData(digest[4..], secret)[..4].ShouldBe(digest[..4]);
        }
    }

    [Theory]
    [InlineData(3, new[] { 1, 2, 3 })]
    [InlineData(3, new[] { 4, 2, 1 })]
    [InlineData(3, new[] { 1, 2, 3, 4 })]
    [InlineData(4, new[] { 4, 3, 2, 1 })]
    public void Enough_shares_in_any_order_give_the_secret(int threshold, int[] holders)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        var coefficients = RandomNumberGenerator.GetBytes(32 * (threshold - 1));

        Shamir
            .Interpolate(
                holders.Select(holder => ((byte)holder, Shamir.Share(secret, coefficients, (byte)holder))).ToList()
            )
            .ShouldBe(secret);
    }

    /// <summary>Two shares of three fit every secret: for each there is a third share, so they say nothing of it.</summary>
    [Fact]
    public void One_share_short_fits_every_secret()
    {
        byte[] coefficients = [0x1F, 0xC4];
        var known = new byte[] { 1, 2 }
            .Select(x => (x, Shamir.Share([0x53], coefficients, x)))
            .ToList();
        for (var guess = 0; guess < 256; guess++)
        {
            var third = Shamir.Interpolate([(0, [(byte)guess]), .. known], 3);
            Shamir.Interpolate([.. known, (3, third)]).ShouldBe([(byte)guess]);
        }
    }
}
