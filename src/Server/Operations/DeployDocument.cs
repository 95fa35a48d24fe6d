using System.Globalization;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Design;
using Approvals.Server.Storage;
using Approvals.Workflow.Library;
using Approvals.Workflow.Runtime.Migration;

namespace Approvals.Server.Operations;

/// <summary>Which running instances go along to the new version.</summary>
public enum MoveChoice
{
    /// <summary>仅新办件: those that run stay with theirs.</summary>
    None,
    All,
    Chosen,
}

/// <summary>What came of a deployment: the version, how many instances moved and how many stay.</summary>
public sealed record DeployedDocument(int Version, int Moved, int Stay);

/// <summary>
/// Deploys a document as somebody looked at it, then moves the instances that were chosen, each in a turn of its own. Sent again under
/// the same command id it deploys nothing more and goes on with the moving where it stopped.
/// </summary>
public sealed record DeployDocument(
    PreparedDeployment Prepared,
    int Revision,
    string? Reason,
    MoveChoice Move,
    IReadOnlyList<long> Chosen
)
{
    public async Task<(DeployedDocument? Done, Rejection? Refusal)> RunAsync(
        PageCommands commands,
        Actor actor,
        Guid commandId
    )
    {
        var order = new DeploymentOrder(
            Prepared.Document.Key,
            Revision,
            Prepared.Content,
            Prepared.RollBackTo is not null,
            Prepared.Check.IsSound,
            Reason
        );
        var platform = commands.Platform;
        var answer = await commands.SendAsync(
            scope =>
            {
                var (version, refusal) = LibraryDeploying.Run(scope, order, platform.Calendar);
                return refusal is null ? TurnAnswer.Done(version.ToString(CultureInfo.InvariantCulture)) : refusal;
            },
            commandId
        );
        if (answer.Rejection is { } rejection)
        {
            return (null, rejection);
        }

        var (moved, stay) = await MoveAsync(platform, actor);
        return (new(int.Parse(answer.Text, CultureInfo.InvariantCulture), moved, stay), null);
    }

    private async Task<(int Moved, int Stay)> MoveAsync(Platform platform, Actor actor)
    {
        var (moved, stay) = (0, 0);
        foreach (var process in Prepared.Preflights)
        {
            var order = new MigrationOrder
            {
                Process = process.Process,
                Elements = process.Map,
                Instances = Move == MoveChoice.Chosen ? [.. Chosen] : null,
            };
            var preflight = Migrate.Look(platform, order);
            var counts =
                Move == MoveChoice.None ? new(0, []) : await Migrate.MoveAsync(platform, actor, order, preflight);
            moved += counts.Moved;
            stay += process.Preflight.Total - counts.Moved;
        }

        return (moved, stay);
    }
}
