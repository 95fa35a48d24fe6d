using System.Text;
using Approvals.Server.Identity.SecondFactor;

namespace Approvals.Server.Tests.Identity;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238 appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Gives_the_codes_of_the_standard(long seconds, string code) =>
        OneTimeCode.At(Key, OneTimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void A_code_is_good_for_its_step_and_the_next_to_it_and_once_only()
    {
        var code = OneTimeCode.At(Key, 100);

        OneTimeCode.StepOf(code, Key, now: 99, after: 0).ShouldBe(100);
        OneTimeCode.StepOf(code, Key, now: 101, after: 0).ShouldBe(100);
        OneTimeCode.StepOf(code, Key, now: 102, after: 0).ShouldBeNull();
        OneTimeCode.StepOf(code, Key, now: 100, after: 100).ShouldBeNull();
    }

    // RFC 4648 §10.
    [Theory]
    [InlineData("", "")]
    [InlineData("MY======", "f")]
    [InlineData("MZXW6===", "foo")]
    [InlineData("mzxw 6ytb oi", "foobar")]
    public void Reads_base32(string text, string bytes) => Base32.Decode(text).ShouldBe(Encoding.ASCII.GetBytes(bytes));

    [Fact]
    public void What_is_not_base32_is_nothing() => Base32.Decode("1").ShouldBeNull();
}
