using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>
/// Refuses a tree so high that evaluating it could exhaust the stack: a chain of operators grows one level with each,
/// without any parentheses. The walk itself keeps its own stack.
/// </summary>
internal static class HeightLimit
{
    private const int MaxHeight = 1_000;

    public static void Check(Node tree)
    {
        var open = new Stack<(Node Node, int Height)>();
        open.Push((tree, 1));
        while (open.TryPop(out var top))
        {
            if (top.Height > MaxHeight)
            {
                throw new FeelSyntaxException(
                    "limit",
                    $"The expression chains more than {MaxHeight} operations.",
                    top.Node.Position,
                    top.Node.Length
                );
            }

            foreach (var child in top.Node.Children)
            {
                open.Push((child, top.Height + 1));
            }
        }
    }
}
