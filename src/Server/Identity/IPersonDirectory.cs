namespace Approvals.Server.Identity;

/// <summary>Persons and their roles as the platform knows them; accounts only point here by id.</summary>
public interface IPersonDirectory
{
    Task<Person?> FindAsync(long personId);
}

/// <summary>A person; <see cref="Groups"/> are <c>role@unit</c> strings (<c>clerk@hall</c>).</summary>
public sealed record Person(long Id, string Name, IReadOnlyList<string> Groups)
{
    public bool HasAnyRole(IEnumerable<string> roles) => roles.Any(HasRole);

    private bool HasRole(string role) =>
        Groups.Any(group =>
            group.Length > role.Length && group[role.Length] == '@' && group.StartsWith(role, StringComparison.Ordinal)
        );
}
