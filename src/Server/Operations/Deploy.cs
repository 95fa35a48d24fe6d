using System.Globalization;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Operations;

/// <summary>A BPMN file by its name, with its text.</summary>
public sealed record ProcessFile(string Name, string Xml);

/// <summary>
/// Deploys files: a new version of each of their processes, all or none. New instances get it at once, or from
/// <see cref="StartsAt"/> on; those that run stay with theirs.
/// </summary>
public sealed record Deploy(IReadOnlyList<ProcessFile> Files, DateTimeOffset? StartsAt) : Operation
{
    private static readonly SqlText Find = new(
        "SELECT process_id, version, resource FROM process_definition WHERE key = ?1"
    );

    public override async Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var lines = new List<OperationLine>();
        string? failure = null;
        var answer = await platform.SendAsync(
            actor,
            scope =>
            {
                // A turn may run again from its start.
                lines.Clear();
                failure = null;
                foreach (var file in Files)
                {
                    if (Add(platform, scope, file, lines) is { } problem)
                    {
                        failure = problem;
                        return Rejection.Of("workflow.not-deployable");
                    }
                }

                return TurnAnswer.Done();
            }
        );
        return failure is not null ? OperationAnswer.Failed(failure)
            : answer.Rejection is { } rejection ? OperationAnswer.Refused(rejection)
            : new(lines);
    }

    /// <summary>The first problem of a file that can't be deployed.</summary>
    private string? Add(Platform platform, TurnScope scope, ProcessFile file, List<OperationLine> lines)
    {
        var (keys, problems) = Deploying.Deploy(scope, file.Name, file.Xml, platform.Calendar, StartsAt);
        if (keys is null)
        {
            var more = problems.Count > 1 ? $" And {problems.Count - 1} more: approvals workflow check." : "";
            var first = problems[0];
            return $"{file.Name}({first.Line},{first.Column}): {first.Message}{more} Nothing is deployed.";
        }

        foreach (var key in keys)
        {
            using var rows = scope.Session.Query(Find, key);
            rows.Next();
            var (process, version) = (rows.Text(0), rows.Integer(1));
            var from = StartsAt is { } at ? $" New instances get it from {at:yyyy-MM-dd HH:mm zzz} on." : "";
            lines.Add(
                OperationLine.Of(
                    $"{file.Name}: '{process}' is deployed as version {version}.{from}",
                    new
                    {
                        key = key.ToString(CultureInfo.InvariantCulture),
                        process,
                        version,
                        file = file.Name,
                        from = StartsAt,
                    }
                )
            );
        }

        return null;
    }
}
