using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Workflow.Execution.Commands;

namespace Approvals.Server.Operations;

/// <summary>
/// 重算时限: gives running clocks their dates anew by the calendar that the server has now, each instance in a turn of its own. Whoever
/// waits for a date that moves is told. Doing it again changes nothing.
/// </summary>
public sealed record Recompute : Operation
{
    private static readonly SqlText Outdated = new(
        "SELECT DISTINCT instance FROM clock WHERE stopped_on IS NULL AND paused_on IS NULL AND calendar <> ?1"
    );

    private static readonly SqlText DatesOf = new(
        "SELECT group_concat(id || due_day) FROM (SELECT id, due_day FROM clock WHERE instance = ?1 ORDER BY id)"
    );

    private static readonly SqlText Provisional = new(
        "SELECT count(*) FROM clock WHERE stopped_on IS NULL AND provisional = 1"
    );

    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var instances = platform.Readers.Read(session => Read(session, platform.Calendar.Version));
        var moved = 0;
        foreach (var instance in instances)
        {
            var answer = await platform.SendAsync(actor, scope => One(platform, scope, instance));
            moved += answer.Text == "moved" ? 1 : 0;
        }

        var left = platform.Readers.Read(session => session.QueryInteger(Provisional)) ?? 0;
        return OperationAnswer.Of(
            $"{instances.Count} instances had dates of another calendar; dates moved in {moved}. {left} clocks are provisional still.",
            new
            {
                found = instances.Count,
                moved,
                provisional = left,
            }
        );
    }

    private static TurnAnswer One(Platform platform, TurnScope scope, long instance)
    {
        var before = Dates(scope.Session, instance);
        return platform.Runtime.Execute(scope, instance, new RecomputeClocks()) is { } rejection ? rejection
            : Dates(scope.Session, instance) == before ? TurnAnswer.Done()
            : TurnAnswer.Done("moved");
    }

    private static string? Dates(SqlSession session, long instance)
    {
        using var rows = session.Query(DatesOf, instance);
        return rows.Next() ? rows.TextOrNull(0) : null;
    }

    private static List<long> Read(SqlSession session, string version)
    {
        var instances = new List<long>();
        using var rows = session.Query(Outdated, version);
        while (rows.Next())
        {
            instances.Add(rows.Integer(0));
        }

        return instances;
    }
}
