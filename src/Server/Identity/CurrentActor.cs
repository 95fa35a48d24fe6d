using System.Globalization;
using System.Security.Claims;
using Approvals.Kernel;

namespace Approvals.Server.Identity;

/// <summary>
/// Who is behind this request. The session names a person; name and groups are asked of the platform anew on every
/// request, so that a role taken away is gone with the next click.
/// </summary>
public sealed class CurrentActor(IHttpContextAccessor accessor, IPersonDirectory people)
{
    public const string PersonClaim = "person";
    private Task<Person?>? person;

    public Task<Person?> PersonAsync() => person ??= FindAsync(accessor.HttpContext?.User);

    /// <summary>The actor of commands (<c>p:&lt;person id&gt;</c>), or null when nobody is signed in.</summary>
    public async Task<Actor?> ActorAsync() =>
        await PersonAsync() is { } found ? new Actor(IdOf(found.Id), found.Groups) : null;

    public static string IdOf(long personId) => string.Create(CultureInfo.InvariantCulture, $"p:{personId}");

    private async Task<Person?> FindAsync(ClaimsPrincipal? user) =>
        user?.FindFirstValue(PersonClaim) is { } id
            ? await people.FindAsync(long.Parse(id, CultureInfo.InvariantCulture))
            : null;
}
