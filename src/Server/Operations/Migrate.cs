using System.Globalization;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Runtime.Migration;

namespace Approvals.Server.Operations;

/// <summary>How many instances moved, and which did not and why: what has happened to them since the preflight.</summary>
public sealed record MigrationCounts(int Moved, IReadOnlyList<(long Instance, Rejection Why)> Refused);

/// <summary>
/// Moves running instances to another version, each in a turn of its own; those that can't move stay where they are. The dry run
/// says what would happen to all of them.
/// </summary>
/// <param name="Plan">The JSON text of a <see cref="MigrationOrder"/>.</param>
public sealed record Migrate(string Plan, bool DryRun) : Operation
{
    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var (order, problem) = MigrationOrder.Parse(Plan);
        if (order is null)
        {
            return OperationAnswer.Failed(problem ?? "The plan is empty.");
        }

        var preflight = Look(platform, order);
        if (preflight.Problem is { } senseless)
        {
            return OperationAnswer.Failed(senseless);
        }

        if (DryRun)
        {
            return MigrationReport.Of(order, preflight);
        }

        var counts = await MoveAsync(platform, actor, order, preflight);
        var refused = counts.Refused.Select(each =>
            OperationLine.Of(
                $"Instance {each.Instance} stays: {OperatorTexts.English.Of(each.Why).Plain}",
                new { instance = each.Instance.ToString(CultureInfo.InvariantCulture), refused = each.Why.Code }
            )
        );
        var stay = preflight.Total - counts.Moved;
        return new([
            .. refused,
            OperationLine.Of(
                $"{counts.Moved} of {preflight.Total} instances of '{order.Process}' have moved, {stay} stay where they are.",
                new
                {
                    process = order.Process,
                    total = preflight.Total,
                    moved = counts.Moved,
                    stay,
                }
            ),
        ]);
    }

    public static MigrationPreflight Look(Platform platform, MigrationOrder order) =>
        platform.Readers.Read(session => MigrationPreflight.Of(platform.Runtime.Definitions, session, order));

    public static async Task<MigrationCounts> MoveAsync(
        Platform platform,
        Actor actor,
        MigrationOrder order,
        MigrationPreflight preflight
    )
    {
        var plan = order.ToPlan();
        var moved = 0;
        var refused = new List<(long, Rejection)>();
        foreach (var (instance, from) in preflight.Movable)
        {
            var command = new MigrateInstance(from, preflight.To, plan);
            var answer = await platform.SendAsync(
                actor,
                scope =>
                    platform.Runtime.Find(scope, instance) is { } found && found.Deployment.Key != from
                        ? Rejection.Of("operation.moved-meanwhile")
                    : platform.Runtime.Execute(scope, instance, command) is { } rejection ? rejection
                    : TurnAnswer.Done()
            );
            if (answer.Rejection is { } why)
            {
                refused.Add((instance, why));
            }
            else
            {
                moved++;
            }
        }

        return new(moved, refused);
    }
}
