using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>抄送: the recipients, actor ids, may read along.</summary>
public sealed record CopyUserTask(long Key, ImmutableArray<string> Recipients, string? Note) : EngineCommand;
