namespace Approvals.Architecture.Tests;

/// <summary>Who may know whom: docs/architecture.md, "Who may know whom".</summary>
public sealed class RoomsTests
{
    [Theory]
    [InlineData("Approvals.Kernel", "")]
    [InlineData("Approvals.Workflow", "Approvals.Kernel")]
    [InlineData("Approvals.Credentials", "Approvals.Kernel")]
    [InlineData("Approvals.Cases", "Approvals.Kernel Approvals.Workflow Approvals.Credentials")]
    public void A_room_references_only_the_rooms_below_it(string room, string allowed)
    {
        var permitted = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var referenced = System
            .Reflection.Assembly.Load(room)
            .GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Approvals.", StringComparison.Ordinal) || name == "approvals");
        referenced.ShouldBeSubsetOf(permitted);
    }
}
