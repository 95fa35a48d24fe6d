using System.Text;

namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Classes for the colours of a file, so that no shape bears a style of its own: one per pair of colours.</summary>
internal sealed class ColourClasses
{
    private readonly Dictionary<DiagramColours, string> classes = [];

    public string ClassOf(DiagramColours colours)
    {
        if (!classes.TryGetValue(colours, out var name))
        {
            name = "c" + SvgWriter.Number(classes.Count + 1);
            classes[colours] = name;
        }

        return name;
    }

    /// <summary>The rules of all classes used; nothing of the file but numbers is in them.</summary>
    public string Rules()
    {
        var rules = new StringBuilder();
        foreach (var ((border, fill), name) in classes)
        {
            if (border is { } line)
            {
                rules.Append($".proc .{name} .k,.proc .{name} .f{{stroke:{line}}} .proc .{name} .ah{{fill:{line}}} ");
                rules.Append($".proc .{name} .ah.open{{fill:none;stroke:{line}}} ");
                rules.Append($".proc .{name} .ah.hollow{{fill:#fff;stroke:{line}}} ");
            }

            if (fill is { } area)
            {
                rules.Append($".proc .{name} .k{{fill:{area}}} ");
                rules.Append($".proc .{name} .k.in,.proc .{name} .k.group{{fill:none}} ");
            }

            rules.Append('\n');
        }

        return rules.ToString();
    }
}
