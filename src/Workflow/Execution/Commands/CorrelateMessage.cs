using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>A message has been matched to the subscription.</summary>
public sealed record CorrelateMessage(long SubscriptionKey, ImmutableArray<Variable> Variables) : EngineCommand;
