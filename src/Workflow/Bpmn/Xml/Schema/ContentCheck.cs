using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Xml.Schema;

/// <summary>
/// Walks the children of one element along the sequence its type declares. The schema never lets an element fit two places, so
/// the first place that fits is the right one.
/// </summary>
internal sealed class ContentCheck(BpmnNode node, SchemaType type, ProblemList problems)
{
    private readonly ImmutableArray<Particle> content = type.ContentFor(node);
    private int at;
    private int count;

    /// <summary><paramref name="checkChild"/> is called for each child whose type is known.</summary>
    public void Check(Action<BpmnNode, SchemaType> checkChild)
    {
        var isOutOfOrder = false;
        foreach (var child in node.Children)
        {
            var place = Find(child.Key, at);
            if (place >= 0)
            {
                MoveTo(place, child);
            }
            else if (Find(child.Key, 0) is var earlier and >= 0)
            {
                place = earlier;
                if (!isOutOfOrder)
                {
                    problems.Add(
                        SchemaCheck.Order,
                        child,
                        $"Inside <{node.Name}>, <{child.Name}> comes before {Describe(content[at])}."
                    );
                }

                isOutOfOrder = true;
            }
            else
            {
                problems.Add(SchemaCheck.Element, child, $"<{child.Name}> can't stand inside <{node.Name}>{Beside()}.");
                continue;
            }

            checkChild(child, content[place].Elements[child.Key]);
        }

        while (at < content.Length)
        {
            Leave();
        }
    }

    private int Find(string key, int from)
    {
        for (var i = from; i < content.Length; i++)
        {
            if (content[i].Elements.ContainsKey(key))
            {
                return i;
            }
        }

        return -1;
    }

    private void MoveTo(int place, BpmnNode child)
    {
        while (at < place)
        {
            Leave();
        }

        if (++count == content[at].Most + 1)
        {
            problems.Add(
                SchemaCheck.Element,
                child,
                content[at].Most == 1
                    ? $"<{node.Name}> has one {Describe(content[at])} at most."
                    : $"<{node.Name}> has {content[at].Most} {Describe(content[at])} at most."
            );
        }
    }

    private void Leave()
    {
        var particle = content[at];
        if (count < particle.Least && !IsOutOfPlace(particle))
        {
            var missing = particle.Least == 1 ? Describe(particle) : $"{particle.Least} {Describe(particle)}";
            problems.Add(SchemaCheck.Required, node, $"<{node.Name}> needs {missing}.");
        }

        at++;
        count = 0;
    }

    /// <summary>It is there, only too late: that is a matter of order.</summary>
    private bool IsOutOfPlace(Particle particle) =>
        node.Children.Count(child => particle.Elements.ContainsKey(child.Key)) >= particle.Least;

    private string Beside() => type.Contents.Length > 1 && node.Children.Count > 1 ? " beside what is there" : "";

    private static string Describe(Particle particle) =>
        particle.Name switch
        {
            "flowElement" => "flow elements",
            "artifact" => "artifacts",
            "rootElement" => "root elements",
            "eventDefinition" => "event definitions",
            "di:DiagramElement" => "shapes and edges",
            _ => "<" + particle.Name[(particle.Name.IndexOf(':', StringComparison.Ordinal) + 1)..] + ">",
        };
}
