namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>What the reader itself finds wrong while it makes the graph: these need no second look at the file.</summary>
internal static class ReaderRules
{
    private const string Xml = "XML 1.0";
    private const string Schema = "BPMN20.xsd, BPMNDI.xsd";
    private const string Zeebe = "zeebe extensions";
    private const string Approvals = "approvals extensions";

    public static IReadOnlyList<RuleDescription> All { get; } =
    [
        Invalid("xml", Xml, "The file is well-formed XML without a document type definition."),
        Invalid("xml.depth", "this engine", "The file nests at most 100 elements deep."),
        Invalid("xml.size", "this engine", "The file has at most 100,000 elements."),
        Invalid("schema.root", Schema, "The root is definitions of BPMN 2.0."),
        Invalid("schema.element", Schema, "An element stands where the schema allows it, as often as it allows."),
        Invalid("schema.order", Schema, "Elements come in the order of the schema.", isHarmless: true),
        Invalid("schema.required", Schema, "What the schema requires is there.", isHarmless: true),
        Invalid("schema.attribute", Schema, "Attributes without a prefix are those of the schema."),
        Invalid("schema.value", Schema, "The text of an attribute or element is of its type."),
        Invalid("schema.text", Schema, "Text stands only where the schema allows it.", isHarmless: true),
        Invalid("schema.type", Schema, "An xsi:type names a type that fits the element.", isHarmless: true),
        Unrunnable(
            "vendor",
            "this engine",
            "No extension of Camunda 7, Flowable, Activiti or jBPM changes how the model runs."
        ),
        Unrunnable(
            "extension.unknown",
            Zeebe,
            "Every zeebe and approvals extension that changes execution is executed."
        ),
        Unrunnable("extension.pair", Zeebe, "Headers and properties have names of their own."),
        Unrunnable("extension.value", Zeebe, "The attributes of an extension have values it knows."),
        Unrunnable("mapping", Zeebe, "A mapping has a source and a target variable."),
        Unrunnable("decision", Zeebe, "A called decision has a result variable."),
        Unrunnable("script", "BPMN §10.3.3", "A script task has a script, and a zeebe:script a result variable."),
        Unrunnable("feel", "DMN 1.5 §10.3", "Every expression is valid FEEL."),
        Unrunnable("expression.empty", "BPMN §8.4.6", "An expression has a text."),
        Unrunnable("expression.language", "BPMN §8.4.6", "Expressions are FEEL; other languages are refused by name."),
        Unrunnable("data.store", "BPMN §10.4.1", "No data association moves data from or to a data store."),
        Unrunnable("data.assignment", "BPMN §10.4.1", "An assignment goes to a variable, by name."),
        Unrunnable(
            "clock",
            Approvals,
            "A clock has an id and a limit, and starts, stops and pauses at things of its process."
        ),
        Unrunnable("outcomes", Approvals, "Outcomes have a variable and values of their own."),
        Unrunnable("separation", Approvals, "Duties are separated from other user tasks of the process."),
        Unrunnable("return.target", Approvals, "A return leads to another user task of the same scope."),
        Unrunnable("return.by", Approvals, "A return is taken by the reviewer, the submitter or both."),
        Unrunnable("signers", Approvals, "Signers are added before, after or in parallel, 20 at most."),
    ];

    private static RuleDescription Invalid(string id, string clause, string sentence, bool isHarmless = false) =>
        new(id, ProblemLevel.Structure, clause, sentence, isHarmless);

    private static RuleDescription Unrunnable(string id, string clause, string sentence) =>
        new(id, ProblemLevel.Execution, clause, sentence);
}
