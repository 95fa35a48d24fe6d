using System.Text;

namespace Approvals.Workflow.Execution.Elements.Reference;

/// <summary>The reference of elements as Markdown: <c>docs/elements.md</c>, written by <c>approvals docs elements</c>.</summary>
public static class ElementReference
{
    private static readonly (char Place, string Name)[] Places =
    [
        ('S', "Start"),
        ('E', "Event sub-process"),
        ('C', "Intermediate catch"),
        ('B', "Boundary"),
        ('T', "Intermediate throw"),
        ('X', "End"),
    ];

    public static string Write()
    {
        ElementDescriptions.CheckComplete();
        var text = new StringBuilder();
        Line(
            text,
            "<!-- Written by `approvals docs elements`; a test compares it with the engine. Change the descriptions beside the"
        );
        Line(text, "     registry of elements, then run approvals docs elements > docs/elements.md -->");
        Line(text, "# Elements");
        Line(text);
        Line(
            text,
            "What the engine does with each element of BPMN 2.0 (OMG formal/2011-01-03), and what it refuses at deployment, with"
        );
        Line(
            text,
            "element id, line, column and a sentence. Nothing is read and then ignored; `docs/bpmn-rules.md` lists the rules of structure."
        );
        Section(text, "Tasks", ElementDescriptions.Tasks);
        Section(text, "Gateways", ElementDescriptions.Gateways);
        Section(text, "Events", ElementDescriptions.Events);
        Triggers(text);
        Section(text, "Sub-processes and calls", ElementDescriptions.Containers);
        Repetition(text);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<ElementDescription> elements)
    {
        Line(text);
        Line(text, $"## {title}");
        Line(text);
        Line(text, "| Element | Clause | What is executed | What is refused |");
        Line(text, "|---|---|---|---|");
        foreach (var element in elements)
        {
            Line(text, $"| {element.Name} | {element.Clause} | {element.Executed} | {element.Refused} |");
        }
    }

    private static void Triggers(StringBuilder text)
    {
        Line(text);
        Line(text, "### Event definitions");
        Line(text);
        Line(
            text,
            "One event may have several: it then waits for any of them, parallel multiple for all, or gives them in order."
        );
        Line(text);
        Line(text, $"| Definition | {string.Join(" | ", Places.Select(place => place.Name))} | What is executed |");
        Line(text, $"|---|{string.Concat(Places.Select(_ => ":-:|"))}---|");
        foreach (var trigger in TriggerDescriptions.All)
        {
            var marks = Places.Select(place =>
                trigger.Places.Contains(place.Place, StringComparison.Ordinal) ? "✓" : ""
            );
            Line(text, $"| {trigger.Name} | {string.Join(" | ", marks)} | {trigger.Executed} |");
        }
    }

    private static void Repetition(StringBuilder text)
    {
        Line(text);
        Line(text, "## Repeated activities");
        Line(text);
        Line(text, "| Loop | Clause | What is executed |");
        Line(text, "|---|---|---|");
        Line(
            text,
            "| Standard loop | §10.3.8, §13.3.6 | Round after round while the condition holds, tested before or after each, at most `loopMaximum` many. |"
        );
        Line(
            text,
            "| Multi-instance | §10.3.8, §13.3.7 | One round per item of the collection, or as many as the cardinality says, side by side or one after the other, until the completion condition holds; the results are put together once, at the end. With behavior `None`, `One` or `Complex` it throws its events to its own border as its instances end. |"
        );
    }

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
