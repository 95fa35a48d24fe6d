using Approvals.Workflow.Dmn.Runtime;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>A requirements graph has no cycles of decisions (DMN 1.5 §6.2.1): each one is a problem.</summary>
internal static class RequirementCycles
{
    public static void Check(ModelUnit unit, ModelProblems problems)
    {
        var done = new HashSet<Node>();
        foreach (var start in unit.Nodes)
        {
            var path = new HashSet<Node>();
            var open = new Stack<(Node Node, IEnumerator<Node> Next)>();
            Enter(start);
            while (open.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    open.Pop();
                    path.Remove(top.Node);
                    done.Add(top.Node);
                }
                else if (path.Contains(top.Next.Current))
                {
                    problems.Add(
                        "requirement.cycle",
                        Problem.At(top.Node.Element),
                        $"The decision '{top.Node.Name}' requires itself, by way of others or directly."
                    );
                }
                else
                {
                    Enter(top.Next.Current);
                }
            }

            void Enter(Node node)
            {
                if (!done.Contains(node) && path.Add(node))
                {
                    open.Push((node, Required(node).GetEnumerator()));
                }
            }
        }
    }

    private static IEnumerable<Node> Required(Node node) =>
        node is DecisionNode decision ? decision.Requirements.Nodes.Where(each => each is DecisionNode) : [];
}
