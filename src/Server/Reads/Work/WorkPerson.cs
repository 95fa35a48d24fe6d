using Approvals.Kernel;
using Approvals.Server.Identity;

namespace Approvals.Server.Reads.Work;

/// <summary>A member of staff as the lists ask for him: his units, and the names under which tasks are his.</summary>
/// <param name="Units">Codes of the units at which he holds a post on cases.</param>
/// <param name="Candidates">As in <c>user_task_candidate</c>: <c>g:role@unit</c>, <c>u:person</c>, <c>a:assignee</c>.</param>
public sealed record WorkPerson(Actor Actor, IReadOnlyList<string> Units, IReadOnlyList<string> Candidates)
{
    public string ActorId => Actor.Id;

    public static WorkPerson Of(Actor actor) =>
        new(
            actor,
            [
                .. actor
                    .Groups.Select(UnitOf)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            [.. actor.Groups.Select(group => "g:" + group), "u:" + actor.Id, "a:" + actor.Id]
        );

    /// <summary>The unit of a group of the case staff; null for other groups.</summary>
    private static string? UnitOf(string group)
    {
        var at = group.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && Roles.CaseStaff.Contains(group[..at]) ? group[(at + 1)..] : null;
    }
}
