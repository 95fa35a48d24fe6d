using System.Collections.Immutable;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>A comma-separated text, already split, or with a leading <c>=</c> FEEL that gives a list or such a text.</summary>
public sealed record ModelList(ImmutableArray<string> Items, FeelExpression? Expression);
