using System.Text.Json;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>The names in journal JSON. They are a stored format: none is ever renamed.</summary>
internal static class EventNames
{
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Actor = JsonEncodedText.Encode("actor");
    public static readonly JsonEncodedText Assignee = JsonEncodedText.Encode("assignee");
    public static readonly JsonEncodedText Body = JsonEncodedText.Encode("body");
    public static readonly JsonEncodedText Cancels = JsonEncodedText.Encode("cancels");
    public static readonly JsonEncodedText Clock = JsonEncodedText.Encode("clock");
    public static readonly JsonEncodedText CorrelationKey = JsonEncodedText.Encode("correlationKey");
    public static readonly JsonEncodedText Dates = JsonEncodedText.Encode("dates");
    public static readonly JsonEncodedText Day = JsonEncodedText.Encode("day");
    public static readonly JsonEncodedText Decision = JsonEncodedText.Encode("decision");
    public static readonly JsonEncodedText Diagnostic = JsonEncodedText.Encode("diagnostic");
    public static readonly JsonEncodedText Definition = JsonEncodedText.Encode("definition");
    public static readonly JsonEncodedText Due = JsonEncodedText.Encode("due");
    public static readonly JsonEncodedText Element = JsonEncodedText.Encode("element");
    public static readonly JsonEncodedText Explanation = JsonEncodedText.Encode("explanation");
    public static readonly JsonEncodedText Elements = JsonEncodedText.Encode("elements");
    public static readonly JsonEncodedText Flow = JsonEncodedText.Encode("flow");
    public static readonly JsonEncodedText Flows = JsonEncodedText.Encode("flows");
    public static readonly JsonEncodedText FollowUp = JsonEncodedText.Encode("followUp");
    public static readonly JsonEncodedText FormId = JsonEncodedText.Encode("formId");
    public static readonly JsonEncodedText FormKey = JsonEncodedText.Encode("formKey");
    public static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    public static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
    public static readonly JsonEncodedText Groups = JsonEncodedText.Encode("groups");
    public static readonly JsonEncodedText Headers = JsonEncodedText.Encode("headers");
    public static readonly JsonEncodedText Interval = JsonEncodedText.Encode("interval");
    public static readonly JsonEncodedText Items = JsonEncodedText.Encode("items");
    public static readonly JsonEncodedText Last = JsonEncodedText.Encode("last");
    public static readonly JsonEncodedText Parallel = JsonEncodedText.Encode("parallel");
    public static readonly JsonEncodedText Result = JsonEncodedText.Encode("result");
    public static readonly JsonEncodedText Round = JsonEncodedText.Encode("round");
    public static readonly JsonEncodedText Rounds = JsonEncodedText.Encode("rounds");
    public static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
    public static readonly JsonEncodedText JobType = JsonEncodedText.Encode("jobType");
    public static readonly JsonEncodedText Key = JsonEncodedText.Encode("key");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Limit = JsonEncodedText.Encode("limit");
    public static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText Owner = JsonEncodedText.Encode("of");
    public static readonly JsonEncodedText Outcome = JsonEncodedText.Encode("outcome");
    public static readonly JsonEncodedText Passes = JsonEncodedText.Encode("passesVariables");
    public static readonly JsonEncodedText Priority = JsonEncodedText.Encode("priority");
    public static readonly JsonEncodedText Process = JsonEncodedText.Encode("process");
    public static readonly JsonEncodedText Reason = JsonEncodedText.Encode("reason");
    public static readonly JsonEncodedText RemindBefore = JsonEncodedText.Encode("remindBefore");
    public static readonly JsonEncodedText Repetitions = JsonEncodedText.Encode("repetitions");
    public static readonly JsonEncodedText Resolution = JsonEncodedText.Encode("resolution");
    public static readonly JsonEncodedText Retries = JsonEncodedText.Encode("retries");
    public static readonly JsonEncodedText RetryAt = JsonEncodedText.Encode("retryAt");
    public static readonly JsonEncodedText RetryAtPhase = JsonEncodedText.Encode("retryAtPhase");
    public static readonly JsonEncodedText Scope = JsonEncodedText.Encode("scope");
    public static readonly JsonEncodedText Terminated = JsonEncodedText.Encode("terminated");
    public static readonly JsonEncodedText Trigger = JsonEncodedText.Encode("trigger");
    public static readonly JsonEncodedText Users = JsonEncodedText.Encode("users");
    public static readonly JsonEncodedText Variables = JsonEncodedText.Encode("variables");

    public static string Of(IncidentKind kind) =>
        kind switch
        {
            IncidentKind.Expression => "expression",
            IncidentKind.Value => "value",
            IncidentKind.Condition => "condition",
            IncidentKind.NoFlow => "noFlow",
            IncidentKind.Job => "job",
            IncidentKind.Error => "error",
            IncidentKind.Call => "call",
            IncidentKind.Decision => "decision",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static IncidentKind IncidentKindOf(string text) =>
        text switch
        {
            "expression" => IncidentKind.Expression,
            "value" => IncidentKind.Value,
            "condition" => IncidentKind.Condition,
            "noFlow" => IncidentKind.NoFlow,
            "job" => IncidentKind.Job,
            "error" => IncidentKind.Error,
            "call" => IncidentKind.Call,
            "decision" => IncidentKind.Decision,
            _ => throw new InvalidDataException($"'{text}' is no kind of incident."),
        };

    public static string Of(ElementPhase phase) =>
        phase switch
        {
            ElementPhase.Entering => "entering",
            ElementPhase.Activating => "activating",
            ElementPhase.Waiting => "waiting",
            ElementPhase.Completing => "completing",
            ElementPhase.Leaving => "leaving",
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
        };

    public static ElementPhase ElementPhaseOf(string text) =>
        text switch
        {
            "entering" => ElementPhase.Entering,
            "activating" => ElementPhase.Activating,
            "waiting" => ElementPhase.Waiting,
            "completing" => ElementPhase.Completing,
            "leaving" => ElementPhase.Leaving,
            _ => throw new InvalidDataException($"'{text}' is no phase."),
        };
}
