using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Kernel.Store;
using Approvals.Server.Operations;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Reads.Operate;

/// <summary>One instance as an operator sees it.</summary>
/// <param name="Status">active, suspended, completed, terminated, canceled.</param>
/// <param name="Case">The case that it is the process of, by its query number.</param>
/// <param name="Standing">What may be ended: the element instances of the process itself.</param>
/// <param name="Enterable">What may be entered, in the order of the file.</param>
public sealed record OperateInstance(
    long Key,
    string Process,
    string ProcessName,
    int Version,
    string Status,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    (long Key, string QueryNumber)? Case,
    ProcessFacts Facts,
    WaitingFacts Waiting,
    IReadOnlyList<ScopeVariable> Variables,
    IReadOnlyList<InstanceHappening> History,
    IReadOnlyList<StandingLine> Standing,
    IReadOnlyList<(string Id, string Name)> Enterable,
    IReadOnlyList<OpenIncident> Incidents
)
{
    public bool IsRunning => Status is "active" or "suspended";
}

/// <summary>A variable; <see cref="Scope"/> is the name of the step it belongs to, null for the process. The value is JSON, cut short when long.</summary>
public sealed record ScopeVariable(string? Scope, string Name, string Value);

/// <summary>An element instance that runs.</summary>
public sealed record StandingLine(long Key, string Element, string Name, DateTimeOffset? Since);

/// <summary>Reads one process instance for operators.</summary>
public sealed class InstanceQuery(Platform platform, ProcessDrawings drawings)
{
    private const int LongestValue = 400;
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly SqlText CaseOf = new(
        "SELECT key, query_number FROM case_row WHERE key = ?1 AND instance = ?2"
    );

    /// <summary>Null when there is none with the key.</summary>
    public OperateInstance? Find(long key) =>
        platform.Readers.Read(session =>
            InstanceReading.Find(platform.Runtime.Definitions, session, key) is { } found ? Look(session, found) : null
        );

    private OperateInstance Look(SqlSession session, InstanceReading instance)
    {
        var doers = instance.Doers();
        var deployment = instance.Deployment;
        var process = ProcessReading.Of(platform.Runtime.Definitions, session, deployment.Key, instance.Records);
        return new(
            instance.Key,
            deployment.ProcessId,
            deployment.Definition.Name ?? deployment.ProcessId,
            deployment.Version,
            instance.Status,
            instance.Started,
            instance.Ended,
            FindCase(session, instance),
            process.Facts(drawings.Of(deployment), "", doers),
            process.Waiting(doers),
            [.. Variables(instance.State)],
            InstanceHistory.Of(instance, doers),
            [
                .. instance
                    .Standing()
                    .Where(each => each is { Key: not null, IsOwn: true })
                    .Select(each => new StandingLine(
                        each.Key!.Value,
                        each.Element.Id,
                        each.Element.Name ?? each.Element.Id,
                        each.Since
                    )),
            ],
            [
                .. deployment
                    .Definition.Elements.Where(element => IsEnterable(deployment.Definition, element))
                    .Select(element => (element.Id, element.Name ?? element.Id)),
            ],
            Incidents.Read(session, instance: instance.Key)
        );
    }

    private static (long, string)? FindCase(SqlSession session, InstanceReading instance)
    {
        using var rows = session.Query(CaseOf, instance.Owner, instance.Key);
        return rows.Next() ? (rows.Integer(0), rows.Text(1)) : null;
    }

    /// <summary>What the engine's modification takes; it has the last word.</summary>
    private static bool IsEnterable(ProcessDefinition definition, Element element) =>
        element is not BoundaryEvent
        && element.Kind != ElementKind.EventSubProcess
        && !element.IsForCompensation
        && !(
            element.Scope >= 0
            && element.TypeName == "startEvent"
            && definition.Elements[element.Scope].Kind == ElementKind.EventSubProcess
        );

    private static List<ScopeVariable> Variables(ProcessInstanceState state)
    {
        var variables = new List<ScopeVariable>();
        foreach (var variable in state.Root.Variables.Items)
        {
            variables.Add(new(null, variable.Name, ValueOf(variable)));
        }

        foreach (var instance in state.Elements.Items)
        {
            foreach (var variable in instance.Locals is { } locals ? locals.Items : [])
            {
                variables.Add(new(instance.Element.Name ?? instance.Element.Id, variable.Name, ValueOf(variable)));
            }
        }

        return variables;
    }

    private static string ValueOf(Variable variable)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Json))
        {
            FeelJson.Write(writer, variable.Value);
        }

        var text = Encoding.UTF8.GetString(bytes.WrittenSpan);
        return text.Length > LongestValue ? text[..LongestValue] + "…" : text;
    }
}
