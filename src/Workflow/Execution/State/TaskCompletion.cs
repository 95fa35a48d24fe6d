namespace Approvals.Workflow.Execution.State;

/// <summary>Who completed a user task that separation of duties (职责分离) asks about.</summary>
public readonly record struct TaskCompletion(int Element, string ActorId, long DefinitionKey);
