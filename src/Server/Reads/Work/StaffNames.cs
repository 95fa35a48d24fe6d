using Approvals.Cases.Handling;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Work;

/// <summary>Names of units and members of staff for lists, each asked once.</summary>
public sealed class StaffNames(Platform platform)
{
    private readonly Dictionary<string, string> people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> units = new(StringComparer.Ordinal);

    /// <summary>The name of an actor; the id itself for what is no person.</summary>
    public string PersonOf(string actorId) =>
        Known(
            people,
            actorId,
            session =>
                Organisation.PersonKey(actorId) is { } key
                    ? Organisation.FindPerson(session, key)?.Name ?? actorId
                    : actorId
        );

    /// <summary>The short name of a unit.</summary>
    public string UnitOf(string code) => Known(units, code, session => Organisation.Unit(session, code).ShortName);

    private string Known(Dictionary<string, string> known, string id, Func<SqlSession, string> read)
    {
        if (!known.TryGetValue(id, out var name))
        {
            known[id] = name = platform.Readers.Read(read);
        }

        return name;
    }
}
