using Approvals.Server.Identity;

namespace Approvals.Server.Tests.Identity;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("11010519491231002x", true)]
    [InlineData("440524188001010014", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("11010519491331002X", false)]
    [InlineData("1101051949123100", false)]
    [InlineData("1101051949１231002X", false)]
    [InlineData("", false)]
    public void Citizen_identity_numbers(string value, bool isValid) => CitizenId.IsValid(value).ShouldBe(isValid);

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100M000100I43", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("", false)]
    public void Credit_codes(string value, bool isValid) => CreditCode.IsValid(value).ShouldBe(isValid);
}
