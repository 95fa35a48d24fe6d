using Approvals.Bidding.Handling;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Tenders;

/// <summary>Running tenders that a person may have something to do for, the oldest first.</summary>
public sealed class TenderTasksQuery(Platform platform)
{
    private static readonly SqlText Running = new(
        "SELECT key, stage, tenderer, agency FROM tender WHERE stage <> 'Archived' ORDER BY declared, key"
    );

    public IReadOnlyList<TenderState> Of(Actor actor) =>
        platform.Readers.Read(session =>
            Concerning(session, actor).Select(key => LoadedTender.Find(session, key)!.State).ToList()
        );

    private static List<long> Concerning(SqlSession session, Actor actor)
    {
        var watches = Roles.Holds(actor, Roles.BidSupervisor) || Roles.Holds(actor, Roles.Notary);
        var judges = Roles.Holds(actor, Roles.Expert);
        var found = new List<long>();
        using var rows = session.Query(Running);
        while (rows.Next())
        {
            var isJudged = rows.Text(1) is nameof(TenderStage.Opening) or nameof(TenderStage.Evaluating);
            if (
                watches
                || (judges && isJudged)
                || actor.IsIn($"{Roles.Tenderer}@{rows.Text(2)}")
                || (rows.TextOrNull(3) is { } agency && actor.IsIn($"{Roles.Agency}@{agency}"))
            )
            {
                found.Add(rows.Integer(0));
            }
        }

        return found;
    }
}
