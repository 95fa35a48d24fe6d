namespace Approvals.Conformance.Tests;

public sealed class OrderTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("a", "", false)]
    [InlineData("", "a", false)]
    [InlineData("a b", "a b", true)]
    [InlineData("a b", "b a", false)]
    [InlineData("a*3 b", "a a a b", true)]
    [InlineData("a*3 b", "a a b", false)]
    [InlineData("s { a b | c } e", "s a c b e", true)]
    [InlineData("s { a b | c } e", "s c a b e", true)]
    [InlineData("s { a b | c } e", "s b a c e", false)]
    [InlineData("s { a b | c } e", "s a b e", false)]
    [InlineData("s { a { b | c } | a d } e", "s a a d c b e", true)]
    [InlineData("s { a { b | c } | a d } e", "s a d c a b e", false)]
    public void Events_keep_an_order_or_do_not(string expected, string events, bool kept) =>
        (Order.Compare(expected, events.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is null).ShouldBe(kept);
}
