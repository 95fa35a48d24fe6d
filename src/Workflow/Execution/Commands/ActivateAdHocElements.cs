using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>
/// Enables elements of a running ad-hoc sub-process, also those that have run before. The key is that of its element instance.
/// Rejections: <c>adhoc.unknown</c>, <c>adhoc.element-unknown</c>.
/// </summary>
public sealed record ActivateAdHocElements(long Key, ImmutableArray<string> ElementIds) : EngineCommand;
