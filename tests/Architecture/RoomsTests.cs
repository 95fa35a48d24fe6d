using System.Reflection;
using System.Text.RegularExpressions;

namespace Approvals.Architecture.Tests;

/// <summary>Who may know whom: docs/architecture.md, "Rooms".</summary>
public sealed class RoomsTests
{
    [Theory]
    [InlineData("Approvals.Kernel", "")]
    [InlineData("Approvals.Workflow", "Approvals.Kernel")]
    [InlineData("Approvals.Credentials", "Approvals.Kernel")]
    [InlineData("Approvals.Cases", "Approvals.Kernel Approvals.Workflow Approvals.Credentials")]
    [InlineData("Approvals.Bidding", "Approvals.Kernel Approvals.Workflow Approvals.Credentials")]
    [InlineData(
        "approvals",
        "Approvals.Kernel Approvals.Workflow Approvals.Credentials Approvals.Cases Approvals.Bidding"
    )]
    public void A_room_references_only_the_rooms_below_it(string room, string allowed)
    {
        var permitted = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        References(room)
            .Where(name => name.StartsWith("Approvals.", StringComparison.Ordinal) || name == "approvals")
            .ShouldBeSubsetOf(permitted);
    }

    [Theory]
    [InlineData("Approvals.Kernel")]
    [InlineData("Approvals.Workflow")]
    [InlineData("Approvals.Credentials")]
    [InlineData("Approvals.Cases")]
    [InlineData("Approvals.Bidding")]
    public void Only_the_server_knows_the_web_and_an_object_mapper(string room) =>
        References(room)
            .Where(name =>
                name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    /// <summary>The compiler drops references that no code uses; a project file that asks for one is a wish all the same.</summary>
    [Theory]
    [InlineData("Kernel", "")]
    [InlineData("Workflow", "Kernel")]
    [InlineData("Credentials", "Kernel")]
    [InlineData("Cases", "Kernel Workflow Credentials")]
    [InlineData("Bidding", "Kernel Workflow Credentials")]
    [InlineData("Server", "Kernel Workflow Credentials Cases Bidding")]
    public void A_project_asks_for_no_other_room(string room, string allowed)
    {
        var project = File.ReadAllText(Path.Combine(Sources.Root, "src", room, room + ".csproj"));
        Regex
            .Matches(project, """ProjectReference Include="[^"]*?(\w+)\.csproj""")
            .Select(match => match.Groups[1].Value)
            .ShouldBeSubsetOf(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>platform.db has one writer: nothing but the kernel's store speaks to SQLite's C API.</summary>
    [Fact]
    public void Only_the_store_of_the_kernel_speaks_to_SQLite_directly() =>
        Sources
            .CSharp.Where(file => file.IsIn("src") && !file.IsIn("src/Kernel/Store"))
            .Where(file => file.Text.Contains("SQLitePCL", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    private static IEnumerable<string> References(string room) =>
        Assembly.Load(room).GetReferencedAssemblies().Select(assembly => assembly.Name!);
}
