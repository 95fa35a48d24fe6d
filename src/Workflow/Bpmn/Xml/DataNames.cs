namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>The variables that data objects, inputs, outputs and properties are.</summary>
internal static class DataNames
{
    /// <summary>What modelers put in a place that the schema requires and nobody fills.</summary>
    private const string Placeholder = "__targetRef_placeholder";

    /// <summary>Its name where FEEL can write that as one word, else its id in the same way.</summary>
    public static string Variable(BpmnNode data) =>
        data["name"] is { } name && IsWord(name) ? name
        : data.Id is { Length: > 0 } id ? Word(id)
        : "data";

    public static bool IsPlaceholder(BpmnNode data) => data.IsBpmn("property") && data["name"] == Placeholder;

    public static bool IsWord(string text) => text.Length > 0 && !char.IsDigit(text[0]) && text.All(IsPart);

    private static string Word(string id)
    {
        var word = string.Concat(id.Select(each => IsPart(each) ? each : '_'));
        return char.IsDigit(word[0]) ? "_" + word : word;
    }

    private static bool IsPart(char each) => char.IsLetterOrDigit(each) || each == '_';
}
