namespace Approvals.Workflow.Feel.Ast;

/// <summary>A node of the syntax tree, with the UTF-16 span it covers.</summary>
internal abstract record Node(int Position, int Length)
{
    public virtual IEnumerable<Node> Children => [];
}
