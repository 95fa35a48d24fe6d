namespace Approvals.Workflow.Library;

/// <summary>What a document of the library is; the numbers are stored.</summary>
public enum DocumentKind
{
    /// <summary>流程: BPMN.</summary>
    Process,

    /// <summary>决策: DMN.</summary>
    Decision,

    /// <summary>表单: form-js.</summary>
    Form,

    /// <summary>场景: stories of a process, see <see cref="Simulation.Scenarios.ScenarioFile"/>.</summary>
    Scenario,
}

/// <summary>The names of the kinds in addresses, and the endings of their files.</summary>
public static class DocumentKinds
{
    public const string ScenarioEnding = ".scenario.json";

    private static readonly (DocumentKind Kind, string Name, string Ending)[] All =
    [
        (DocumentKind.Process, "process", ".bpmn"),
        (DocumentKind.Decision, "decision", ".dmn"),
        (DocumentKind.Form, "form", ".form"),
        (DocumentKind.Scenario, "scenario", ScenarioEnding),
    ];

    public static string NameOf(DocumentKind kind) => All[(int)kind].Name;

    public static string EndingOf(DocumentKind kind) => All[(int)kind].Ending;

    public static DocumentKind? Parse(string? name)
    {
        foreach (var each in All)
        {
            if (each.Name == name)
            {
                return each.Kind;
            }
        }

        return null;
    }

    /// <summary>The kind that a file's ending says and its name without it; null for every other ending.</summary>
    public static (DocumentKind Kind, string Name)? OfFile(string file)
    {
        foreach (var each in All)
        {
            if (file.EndsWith(each.Ending, StringComparison.OrdinalIgnoreCase) && file.Length > each.Ending.Length)
            {
                return (each.Kind, file[..^each.Ending.Length]);
            }
        }

        return null;
    }
}
