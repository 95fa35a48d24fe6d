using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>The fields of events about what runs inside of elements, both ways; part of <see cref="EventWriter"/> and
/// <see cref="EventReader"/>.</summary>
internal static class ContainerEvents
{
    public static void Write(EventJson json, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case LoopStarted e:
                json.Type("loopStarted");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Rounds, e.Rounds);
                json.Value(EventNames.Items, e.Items);
                json.Flag(EventNames.Parallel, e.IsParallel);
                break;
            case RoundEnded e:
                json.Type("roundEnded");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Round, e.Round);
                json.Value(EventNames.Result, e.Result);
                json.Flag(EventNames.Last, e.IsLast);
                break;
            case ElementsEnabled e:
                json.Type("elementsEnabled");
                json.Number(EventNames.Key, e.Key);
                json.Texts(EventNames.Elements, e.ElementIds);
                break;
            case ProcessCalled e:
                json.Type("processCalled");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Process, e.ProcessId);
                json.Number(EventNames.Definition, e.DefinitionKey);
                json.Flag(EventNames.Passes, e.PassesVariables);
                break;
            case CompensationStarted e:
                json.Type("compensationStarted");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Scope, e.ScopeKey);
                json.Number(EventNames.Owner, e.Thrower);
                json.Text(EventNames.Element, e.ElementId);
                json.Flag(EventNames.Cancels, e.Cancels);
                break;
            case CompensationTurned e:
                json.Type("compensationTurned");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Scope, e.ScopeKey);
                json.Number(EventNames.Owner, e.Activity);
                break;
            case CompensationEnded e:
                json.Type("compensationEnded");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Scope, e.ScopeKey);
                break;
            default:
                TriggerEvents.Write(json, workflowEvent);
                break;
        }
    }

    public static WorkflowEvent? Create(EventFields f) =>
        f.Type switch
        {
            "loopStarted" => new LoopStarted(
                f.Number(EventNames.Key),
                f.Integer(EventNames.Rounds),
                f.Value(EventNames.Items),
                f.Flag(EventNames.Parallel)
            ),
            "roundEnded" => new RoundEnded(
                f.Number(EventNames.Key),
                f.Integer(EventNames.Round),
                f.Value(EventNames.Result),
                f.Flag(EventNames.Last)
            ),
            "elementsEnabled" => new ElementsEnabled(f.Number(EventNames.Key), f.Texts(EventNames.Elements)),
            "processCalled" => new ProcessCalled(
                f.Number(EventNames.Key),
                f.Text(EventNames.Process),
                f.Number(EventNames.Definition),
                f.Flag(EventNames.Passes)
            ),
            "compensationStarted" => new CompensationStarted(
                f.Number(EventNames.Key),
                f.Number(EventNames.Scope),
                f.Number(EventNames.Owner),
                f.OptionalText(EventNames.Element),
                f.Flag(EventNames.Cancels)
            ),
            "compensationTurned" => new CompensationTurned(
                f.Number(EventNames.Key),
                f.Number(EventNames.Scope),
                f.Number(EventNames.Owner)
            ),
            "compensationEnded" => new CompensationEnded(f.Number(EventNames.Key), f.Number(EventNames.Scope)),
            _ => TriggerEvents.Create(f),
        };
}
