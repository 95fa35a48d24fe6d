using System.Text.Json.Serialization;
using Approvals.Cases.Commands;

namespace Approvals.Cases.Events;

/// <summary>提交，待签署: somebody finished a step, but signers of its task are still asked. <paramref name="Task"/> is its key.</summary>
public sealed record StepSubmitted(
    DateTimeOffset At,
    string By,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
        long Task,
    CaseCommand Step
) : CaseEvent(At);
