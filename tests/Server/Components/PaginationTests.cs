using Approvals.Server.Components.Pagination;

namespace Approvals.Server.Tests.Components;

public sealed class PaginationTests
{
    [Theory]
    [InlineData(1, 10, "1")]
    [InlineData(1, 21, "1 2 3")]
    [InlineData(1, 200, "1 2 … 20")]
    [InlineData(10, 200, "1 … 9 10 11 … 20")]
    [InlineData(20, 200, "1 … 19 20")]
    [InlineData(1, 0, "1")]
    public void Shows_the_ends_and_the_neighbours(int page, int total, string shown) =>
        string.Join(' ', new PaginationView(page, 10, total, _ => "").Shown().Select(each => each?.ToString() ?? "…"))
            .ShouldBe(shown);

    [Fact]
    public void Addresses_leave_out_what_is_not_asked() =>
        PaginationView
            .WithQuery("/items", 2, ("q", "理发"), ("theme", null))
            .ShouldBe("/items?q=%E7%90%86%E5%8F%91&page=2");
}
