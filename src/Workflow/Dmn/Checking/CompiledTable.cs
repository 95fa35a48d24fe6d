using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Compilation;

namespace Approvals.Workflow.Dmn.Checking;

/// <summary>A table of the model with what its cells can name, and the element it belongs to.</summary>
internal sealed record CompiledTable(TableCode Code, Declared Declared, string Element);
