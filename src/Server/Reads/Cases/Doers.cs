using Approvals.Cases.Handling;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;

namespace Approvals.Server.Reads.Cases;

/// <summary>Resolves the actor ids of one case, each at most once.</summary>
/// <param name="applicant">Actor id of the case's applicant.</param>
/// <param name="unit">The unit of the case: of several posts of a person the one there counts. Null for an instance without a case.</param>
internal sealed class Doers(SqlSession session, string applicant, Unit? unit)
{
    private static readonly Doer TheApplicant = new Doer.Applicant();
    private static readonly Doer ThePlatform = new Doer.Platform();
    private readonly Dictionary<string, Doer> known = new(StringComparer.Ordinal);
    private Dictionary<string, string>? units;

    public Doer Find(string actorId)
    {
        if (actorId == applicant)
        {
            return TheApplicant;
        }

        if (!known.TryGetValue(actorId, out var doer))
        {
            known[actorId] = doer = Read(actorId);
        }

        return doer;
    }

    /// <summary>Everybody in a group <c>role@unit</c>.</summary>
    public WaitingWho FindGroup(string group)
    {
        units ??= Organisation
            .Units(session)
            .ToDictionary(each => each.Code, each => each.ShortName, StringComparer.Ordinal);
        var parts = group.Split('@', 2);
        return new WaitingWho.Group(parts[0], parts.Length > 1 ? units.GetValueOrDefault(parts[1]) : null);
    }

    private Doer Read(string actorId)
    {
        if (Organisation.PersonKey(actorId) is not { } key || Organisation.FindPerson(session, key) is not { } person)
        {
            return ThePlatform;
        }

        var post = Organisation
            .Posts(session, key)
            .OrderByDescending(each => each.Unit == unit?.Code)
            .ThenByDescending(each => each.Window is not null)
            .FirstOrDefault();
        var office =
            post is null || post.Unit == unit?.Code
                ? unit?.ShortName ?? ""
                : Organisation.Unit(session, post.Unit).ShortName;
        return new Doer.Official(actorId, person.Name, post?.Window, post?.Title, office);
    }
}
