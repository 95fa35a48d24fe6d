using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// <c>zeebe:input</c> or <c>zeebe:output</c>. A dotted target <c>a.b.c</c> sets a place inside the variable <c>a</c>.
/// </summary>
public sealed record VariableMapping(ModelValue Source, string Target, ImmutableArray<string> Path);
