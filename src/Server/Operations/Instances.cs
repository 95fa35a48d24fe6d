using System.Globalization;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Server.Components.Waiting;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>Lists instances, oldest first: of a process, at an element, those that stall, those that have ended.</summary>
public sealed record Instances(
    string? Process = null,
    string? Element = null,
    bool Stalled = false,
    bool Ended = false,
    int Most = Instances.DefaultMost
) : Operation
{
    public const int DefaultMost = 1000;

    private static readonly SqlText Keys = new(
        """
        SELECT s.key FROM process_scope s JOIN process_definition d ON d.key = s.definition
        WHERE (?1 IS NULL OR d.process_id = ?1) AND (s.ended IS NOT NULL) = ?2 ORDER BY s.key
        """
    );

    public override Task<OperationAnswer> RunAsync(Platform platform, Actor actor) =>
        Task.FromResult(
            platform.Readers.Read(session => new OperationAnswer([
                .. Stalled ? Stalls(platform, session) : All(platform, session),
            ]))
        );

    private IEnumerable<OperationLine> Stalls(Platform platform, SqlSession session) =>
        new StallSearch(platform.Runtime.Definitions)
            .Find(session, platform.Clock.GetUtcNow(), Process)
            .Where(stall => Element is null || stall.Element == Element)
            .Take(Most)
            .Select(Line);

    private IEnumerable<OperationLine> All(Platform platform, SqlSession session) =>
        session
            .QueryIntegers(Keys, Process, Ended ? 1 : 0)
            .Select(key => InstanceReading.Find(platform.Runtime.Definitions, session, key)!)
            .Where(instance => Element is null || Standing(instance).Contains(Element, StringComparer.Ordinal))
            .Take(Most)
            .Select(Line);

    private static OperationLine Line(InstanceReading instance)
    {
        var standing = Standing(instance);
        var incidents = instance.State.Incidents.Count;
        var where = standing.Count > 0 ? $" at {string.Join(", ", standing)}" : "";
        var trouble = incidents > 0 ? $", {incidents} incidents" : "";
        return OperationLine.Of(
            $"{instance.Key}: {instance.Deployment.ProcessId} v{instance.Deployment.Version}, {instance.Status}{where}{trouble}, since {Day(instance.Started)}",
            new
            {
                instance = Text(instance.Key),
                process = instance.Deployment.ProcessId,
                version = instance.Deployment.Version,
                state = instance.Status,
                elements = standing,
                incidents,
                owner = instance.Owner == 0 ? null : Text(instance.Owner),
                started = instance.Started,
                ended = instance.Ended,
            }
        );
    }

    private static OperationLine Line(Stall stall) =>
        OperationLine.Of(
            $"{stall.Instance}: {stall.Process} v{stall.Version}, '{stall.Element}' since {Day(stall.Since)}, expected until "
                + $"{Day(stall.ExpectedBy)}. {string.Join(" ", stall.Why.Select(fact => WaitingWords.Of(OperatorTexts.English, fact).Plain))}",
            new
            {
                instance = Text(stall.Instance),
                process = stall.Process,
                version = stall.Version,
                element = stall.Element,
                since = stall.Since,
                expectedBy = stall.ExpectedBy,
                why = stall.Why.Select(fact => WaitingWords.Of(OperatorTexts.English, fact).Plain),
            }
        );

    /// <summary>The elements of the process and of called processes that are active, and the joins where tokens wait.</summary>
    private static List<string> Standing(InstanceReading instance) =>
        [
            .. Approvals
                .Workflow.Execution.Explanation.WaitingExplanation.Of(instance.State)
                .Tokens.Select(token => token.ElementId)
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) =>
        at.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
