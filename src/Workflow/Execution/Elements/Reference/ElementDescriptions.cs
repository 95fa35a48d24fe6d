using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Execution.Elements.Reference;

/// <summary>Every kind of element, described in the order of the reference.</summary>
internal static class ElementDescriptions
{
    public static IReadOnlyList<ElementDescription> Tasks { get; } =
    [
        new(ElementKind.AbstractTask, "Task (abstract)", "§10.3.3, §13.3.3", "A token passes."),
        new(ElementKind.ManualTask, "Manual task", "§10.3.3, §13.3.3", "A token passes."),
        new(
            ElementKind.UserTask,
            "User task",
            "§10.3.3.2, §13.3.3",
            "Offered to an assignee or candidates, with due and follow-up date, priority, form and declared outcomes; separation of duties; ways back and added signers where the model declares them.",
            "Deployment asks for an owner."
        ),
        new(
            ElementKind.ServiceTask,
            "Service task",
            "§10.3.3, §13.3.3",
            "A job for a worker, with type, retries and headers. It may end in a business error.",
            "Deployment asks for a job type."
        ),
        new(
            ElementKind.SendTask,
            "Send task",
            "§10.3.3, §13.3.3",
            "A job for a worker; without a job type the engine throws the message that the task names.",
            "Deployment asks for a job type or a message."
        ),
        new(
            ElementKind.ReceiveTask,
            "Receive task",
            "§10.3.3, §13.3.3",
            "Waits for its message; with `instantiate` and without incoming flows it begins the process."
        ),
        new(
            ElementKind.ScriptTask,
            "Script task",
            "§10.3.3, §13.3.3",
            "FEEL, evaluated at once: `zeebe:script` with a result variable, or the standard script, whose context gives variables.",
            "Scripts in other languages."
        ),
        new(
            ElementKind.BusinessRuleTask,
            "Business rule task (job)",
            "§10.3.3, §13.3.3",
            "A job for a worker.",
            "Deployment asks for a job type or a decision."
        ),
        new(
            ElementKind.DecisionTask,
            "Business rule task (decision)",
            "§10.3.3, §13.3.3, DMN §5.3",
            "The called decision is evaluated at once, its explanation kept; a missing decision is an incident.",
            "A called decision without a result variable."
        ),
    ];

    public static IReadOnlyList<ElementDescription> Gateways { get; } =
    [
        new(
            ElementKind.ExclusiveGateway,
            "Exclusive gateway",
            "§10.6.2, §13.4.2",
            "The first flow, in the order of the file, whose condition holds, else the default flow; merging, each token passes. No flow is an incident."
        ),
        new(
            ElementKind.ParallelGateway,
            "Parallel gateway",
            "§10.6.4, §13.4.1",
            "Waits for one token on each incoming flow; gives one on each outgoing flow. Further tokens wait for the next set.",
            "Conditions on its flows."
        ),
        new(
            ElementKind.InclusiveGateway,
            "Inclusive gateway",
            "§10.6.3, §13.4.3",
            "Every flow whose condition holds, else the default flow. It waits while a token elsewhere in the scope has a path to an incoming flow without a token and none to one with a token; asked again whenever anything in the scope has moved or ended."
        ),
        new(
            ElementKind.ComplexGateway,
            "Complex gateway",
            "§10.6.5, §13.4.5",
            "Starts when its condition over `activationCount` and the counts under the ids of its incoming flows holds, without one when every flow has a token; then waits for the rest as an inclusive gateway does and resets. Outgoing conditions read `waitingForStart`; a flow without a condition belongs to the start."
        ),
        new(
            ElementKind.EventBasedGateway,
            "Event-based gateway",
            "§10.6.6, §13.4.4",
            "The first of the events and receive tasks after it takes the token, the others are waited for no more; instantiating, that event begins the process; parallel, the instance waits for all of them.",
            "Other elements after it."
        ),
    ];

    public static IReadOnlyList<ElementDescription> Events { get; } =
    [
        new(ElementKind.NoneStartEvent, "None start event", "§10.5.2, §13.5.1", "A token passes."),
        new(
            ElementKind.TriggeredStartEvent,
            "Start event with triggers",
            "§10.5.2, §13.5.1, §13.5.4",
            "Begins an instance of the process, or an event sub-process; its payload goes through the output mappings."
        ),
        new(
            ElementKind.CatchEvent,
            "Intermediate catch event",
            "§10.5.4, §13.5.2",
            "Waits for any of its triggers, parallel multiple for all."
        ),
        new(
            ElementKind.BoundaryEvent,
            "Boundary event",
            "§10.5.4, §13.5.3",
            "Happens while its activity is active; interrupting, the activity is ended first; else it may happen again.",
            "Incoming flows; non-interrupting errors, compensation and cancellation."
        ),
        new(ElementKind.NoneThrowEvent, "None intermediate throw event", "§10.5.4, §13.5.2", "A token passes."),
        new(
            ElementKind.ResultThrowEvent,
            "Intermediate throw event with results",
            "§10.5.4, §13.5.2",
            "Gives its results in the order of the file once it has ended. With `zeebe:taskDefinition` a worker sends the message."
        ),
        new(
            ElementKind.LinkThrowEvent,
            "Link throw event",
            "§10.5.5",
            "The token goes on at the link catch event of the same name and scope."
        ),
        new(ElementKind.LinkCatchEvent, "Link catch event", "§10.5.5", "The other half of its link throw events."),
        new(
            ElementKind.NoneEndEvent,
            "None end event",
            "§10.5.3, §13.5.6",
            "The token ends; the scope is done when nothing is left in it."
        ),
        new(
            ElementKind.ResultEndEvent,
            "End event with results",
            "§10.5.3, §13.5.6",
            "As an intermediate throw event with results; errors and cancellation end the scope around it."
        ),
        new(
            ElementKind.TerminateEndEvent,
            "Terminate end event",
            "§10.5.3, §13.5.6",
            "Everything else in its scope ends at once."
        ),
    ];

    public static IReadOnlyList<ElementDescription> Containers { get; } =
    [
        new(
            ElementKind.SubProcess,
            "Sub-process (embedded)",
            "§10.3.5, §13.3.4",
            "A scope with variables, data objects and event sub-processes of its own; done when nothing is left inside."
        ),
        new(
            ElementKind.EventSubProcess,
            "Event sub-process",
            "§10.3.5, §13.5.4",
            "Waits from the begin of the scope around it to its end; interrupting, it ends everything else there."
        ),
        new(
            ElementKind.Transaction,
            "Transaction",
            "§10.3.5, §13.3.4",
            "As a sub-process; a cancel end event compensates what is done inside and leaves by the cancel boundary event."
        ),
        new(
            ElementKind.AdHocSubProcess,
            "Ad-hoc sub-process",
            "§10.3.5, §13.3.5",
            "Elements without incoming flows are enabled, all or those that the model names, side by side or one at a time, until the completion condition holds."
        ),
        new(
            ElementKind.CallActivity,
            "Call activity",
            "§10.3.6, §13.3.4",
            "The called process or global task runs inside of the same instance, bound to the latest version, the one deployed together, or a version tag."
        ),
    ];

    /// <exception cref="InvalidOperationException">A kind of element has no description, or several.</exception>
    public static void CheckComplete()
    {
        var described = Tasks.Concat(Gateways).Concat(Events).Concat(Containers).Select(each => each.Kind).Order();
        if (!described.SequenceEqual(Enum.GetValues<ElementKind>()))
        {
            throw new InvalidOperationException("Every kind of element has one description.");
        }
    }
}
