namespace Approvals.Kernel.Organisations;

/// <summary>
/// Somebody who acts in the platform. <see cref="Id"/> is the id of <see cref="Actor"/> (<c>p:1001</c>); names and codes of
/// applicants are personal data and stay out of events.
/// </summary>
public sealed record Person(string Id, string Name, IReadOnlyList<Post> Posts)
{
    /// <summary>The groups that the person's posts give.</summary>
    public IReadOnlyList<string> Groups => [.. Posts.Select(post => post.Group).Distinct(StringComparer.Ordinal)];
}

/// <summary>岗位: a role that a person holds in a unit.</summary>
/// <param name="Title">How the post is called there (首席代表), shown beside the name.</param>
/// <param name="Window">Number of the window the person sits at, when at one.</param>
public sealed record Post(string Role, string Unit, string? Title = null, string? Window = null)
{
    public string Group => Role + "@" + Unit;
}
