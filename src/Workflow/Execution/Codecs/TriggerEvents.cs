using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>The fields of events about joins, signals, conditions and what is thrown, both ways; part of <see cref="EventWriter"/> and
/// <see cref="EventReader"/>.</summary>
internal static class TriggerEvents
{
    public static void Write(EventJson json, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case TokensJoined e:
                json.Type("tokensJoined");
                json.Text(EventNames.Element, e.ElementId);
                json.Number(EventNames.Scope, e.ScopeKey);
                json.Texts(EventNames.Flows, e.FlowIds);
                break;
            case GatewayReset e:
                json.Type("gatewayReset");
                json.Text(EventNames.Element, e.ElementId);
                json.Number(EventNames.Scope, e.ScopeKey);
                json.Texts(EventNames.Flows, e.FlowIds);
                break;
            case SignalSubscriptionOpened e:
                json.Type("signalSubscriptionOpened");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Name, e.SignalName);
                break;
            case SignalCaught e:
                json.Type("signalCaught");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                break;
            case SignalSubscriptionClosed e:
                json.Type("signalSubscriptionClosed");
                json.Number(EventNames.Key, e.Key);
                break;
            case ConditionSubscriptionOpened e:
                json.Type("conditionSubscriptionOpened");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Number(EventNames.Trigger, e.Trigger);
                break;
            case ConditionEvaluated e:
                json.Type("conditionEvaluated");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Diagnostic, e.Diagnostic);
                break;
            case ConditionTriggered e:
                json.Type("conditionTriggered");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                break;
            case ConditionSubscriptionClosed e:
                json.Type("conditionSubscriptionClosed");
                json.Number(EventNames.Key, e.Key);
                break;
            case MessageThrown e:
                json.Type("messageThrown");
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Name, e.Name);
                json.Text(EventNames.CorrelationKey, e.CorrelationKey);
                json.Variables(EventNames.Variables, e.Variables);
                break;
            case SignalBroadcast e:
                json.Type("signalBroadcast");
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Name, e.Name);
                json.Variables(EventNames.Variables, e.Variables);
                break;
            case DecisionEvaluated e:
                json.Type("decisionEvaluated");
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Decision, e.DecisionId);
                json.Text(EventNames.Explanation, e.Explanation);
                break;
            default:
                throw new ArgumentException($"{workflowEvent.Kind} has no form in the journal.", nameof(workflowEvent));
        }
    }

    public static WorkflowEvent? Create(EventFields f) =>
        f.Type switch
        {
            "tokensJoined" => new TokensJoined(
                f.Text(EventNames.Element),
                f.Number(EventNames.Scope),
                f.Texts(EventNames.Flows)
            ),
            "gatewayReset" => new GatewayReset(
                f.Text(EventNames.Element),
                f.Number(EventNames.Scope),
                f.Texts(EventNames.Flows)
            ),
            "signalSubscriptionOpened" => new SignalSubscriptionOpened(
                f.Number(EventNames.Key),
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Text(EventNames.Name)
            ),
            "signalCaught" => new SignalCaught(f.Number(EventNames.Key), f.Text(EventNames.Element)),
            "signalSubscriptionClosed" => new SignalSubscriptionClosed(f.Number(EventNames.Key)),
            "conditionSubscriptionOpened" => new ConditionSubscriptionOpened(
                f.Number(EventNames.Key),
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Integer(EventNames.Trigger)
            ),
            "conditionEvaluated" => new ConditionEvaluated(
                f.Number(EventNames.Key),
                f.OptionalText(EventNames.Diagnostic)
            ),
            "conditionTriggered" => new ConditionTriggered(f.Number(EventNames.Key), f.Text(EventNames.Element)),
            "conditionSubscriptionClosed" => new ConditionSubscriptionClosed(f.Number(EventNames.Key)),
            "messageThrown" => new MessageThrown(
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Text(EventNames.Name),
                f.OptionalText(EventNames.CorrelationKey),
                f.Variables(EventNames.Variables)
            ),
            "signalBroadcast" => new SignalBroadcast(
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Text(EventNames.Name),
                f.Variables(EventNames.Variables)
            ),
            "decisionEvaluated" => new DecisionEvaluated(
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Text(EventNames.Decision),
                f.Text(EventNames.Explanation)
            ),
            _ => null,
        };
}
