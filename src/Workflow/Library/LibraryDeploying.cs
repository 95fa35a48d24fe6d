using System.Globalization;
using System.Text.Json;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Decisions;
using Approvals.Workflow.Runtime.Forms;

namespace Approvals.Workflow.Library;

/// <summary>What is to be deployed of a document.</summary>
/// <param name="Revision">The revision that was looked at: when somebody saved since, nothing is deployed.</param>
/// <param name="Content">The draft, or for a roll back what was deployed before.</param>
/// <param name="IsRollBack">Whether the content is an older version's.</param>
/// <param name="IsSound">What the check said of its processes; null when it did not decide. Decisions and forms are sound.</param>
/// <param name="Reason">Why it is deployed although it is not known to be sound; goes into the journal.</param>
public sealed record DeploymentOrder(
    long Document,
    int Revision,
    string Content,
    bool IsRollBack,
    bool? IsSound,
    string? Reason
);

/// <summary>
/// Deploys a document within a turn: every process, decision or form of it as a new version. Beside the deployment itself the journal gets
/// who deployed which revision of which document, and why if it is not known to be sound. Refusals: <c>library.no-document</c>,
/// <c>library.saved-meanwhile</c>, <c>library.reason-missing</c>, <c>library.not-deployable</c> with the first <c>problem</c>.
/// </summary>
public static class LibraryDeploying
{
    public const string EventType = "library.deployed";

    private static readonly SqlText ProcessVersion = new("SELECT version FROM process_definition WHERE key = ?1");
    private static readonly SqlText DecisionVersion = new(
        "SELECT max(version) FROM decision_definition WHERE model = ?1"
    );

    private static readonly SqlText FormVersion = new("SELECT version FROM form_definition WHERE key = ?1");

    /// <returns>The version that the first of them got.</returns>
    public static (long Version, Rejection? Refusal) Run(
        TurnScope scope,
        DeploymentOrder order,
        WorkingCalendar calendar
    )
    {
        if (LibraryReading.Find(scope.Session, order.Document) is not { Deleted: null } document)
        {
            return (0, Rejection.Of("library.no-document"));
        }

        if (document.Revision != order.Revision)
        {
            return (0, Rejection.Of("library.saved-meanwhile"));
        }

        if (order.IsSound != true && string.IsNullOrWhiteSpace(order.Reason))
        {
            return (0, Rejection.Of("library.reason-missing"));
        }

        var (keys, problem) = Deploy(scope, document, order.Content, calendar);
        if (keys.Count == 0)
        {
            return (0, Rejection.Of("library.not-deployable", ("problem", problem ?? "")));
        }

        var version = scope.Session.QueryInteger(VersionOf(document.Kind), keys[0]) ?? 0;
        foreach (var key in keys)
        {
            scope.Append(key, 2, EventType, 1, Record(order));
        }

        LibraryTurns.NoteDeployment(scope, document, order.IsRollBack, version);
        return (version, null);
    }

    private static (IReadOnlyList<long> Keys, string? Problem) Deploy(
        TurnScope scope,
        LibraryDocument document,
        string content,
        WorkingCalendar calendar
    )
    {
        switch (document.Kind)
        {
            case DocumentKind.Process:
                var (keys, problems) = Deploying.Deploy(scope, document.FileName, content, calendar);
                return (keys ?? [], problems.Count > 0 ? problems[0].Message : null);
            case DocumentKind.Decision:
                var (model, faults) = DecisionDeploying.Deploy(scope, document.FileName, content);
                return (model is { } decided ? [decided] : [], faults.Count > 0 ? faults[0].Message : null);
            default:
                var (form, wrong) = FormDeploying.Deploy(scope, document.FileName, content);
                return (form is { } shown ? [shown] : [], wrong.Count > 0 ? wrong[0].Message : null);
        }
    }

    private static SqlText VersionOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Process => ProcessVersion,
            DocumentKind.Decision => DecisionVersion,
            _ => FormVersion,
        };

    private static byte[] Record(DeploymentOrder order) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                document = order.Document.ToString(CultureInfo.InvariantCulture),
                revision = order.Revision,
                rollBack = order.IsRollBack,
                sound = order.IsSound,
                reason = order.IsSound == true ? null : order.Reason?.Trim(),
            }
        );
}
