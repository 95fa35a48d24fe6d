using System.Xml.Linq;

namespace Approvals.Conformance.Tests;

/// <summary>Every kind of element, and every trigger in every place where BPMN §10.5 lets it stand, has a model that is run or judged.</summary>
public sealed class CoverageTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static readonly HashSet<string> Covered = [.. Models().SelectMany(Kinds)];

    [Theory]
    [InlineData("task userTask serviceTask sendTask receiveTask scriptTask manualTask businessRuleTask callActivity")]
    [InlineData("globalTask globalUserTask globalManualTask globalScriptTask globalBusinessRuleTask")]
    [InlineData("exclusiveGateway parallelGateway inclusiveGateway complexGateway eventBasedGateway")]
    [InlineData("subProcess transaction adHocSubProcess eventSubProcess")]
    [InlineData("standardLoopCharacteristics multiInstanceLoopCharacteristics loopCardinality completionCondition")]
    [InlineData(
        "dataObject dataObjectReference dataStoreReference ioSpecification dataInputAssociation dataOutputAssociation"
    )]
    [InlineData("laneSet textAnnotation group association collaboration messageFlow conversation BPMNDiagram")]
    public void Elements(string names) => Uncovered(names.Split(' ')).ShouldBeEmpty();

    [Theory]
    [InlineData("startEvent", "none message timer signal conditional multiple parallel")]
    [InlineData("startEvent inside", "message timer signal conditional error escalation compensate multiple parallel")]
    [InlineData("startEvent inside beside", "message timer signal conditional escalation multiple parallel")]
    [InlineData("intermediateCatchEvent", "message timer signal conditional link multiple parallel")]
    [InlineData("intermediateThrowEvent", "none message signal escalation compensate link multiple")]
    [InlineData(
        "boundaryEvent",
        "message timer signal conditional error escalation cancel compensate multiple parallel"
    )]
    [InlineData("boundaryEvent beside", "message timer signal conditional escalation multiple parallel")]
    [InlineData("endEvent", "none message signal error escalation compensate cancel terminate multiple")]
    public void Triggers(string place, string triggers) =>
        Uncovered(triggers.Split(' ').Select(trigger => place + " " + trigger)).ShouldBeEmpty();

    private static IEnumerable<string> Uncovered(IEnumerable<string> kinds) =>
        kinds.Where(kind => !Covered.Contains(kind));

    private static IEnumerable<XDocument> Models()
    {
        foreach (var name in ModelFolder.Names(".bpmn"))
        {
            if (!name.StartsWith("invalid/", StringComparison.Ordinal))
            {
                yield return XDocument.Parse(ModelFolder.Xml(name));
            }
        }
    }

    private static IEnumerable<string> Kinds(XDocument model) =>
        model.Descendants().SelectMany<XElement, string>(element => [element.Name.LocalName, Place(element)]);

    /// <summary>
    /// An event as <c>boundaryEvent beside timer</c>: "inside" of an event sub-process, "beside" what goes on because it doesn't interrupt.
    /// </summary>
    private static string Place(XElement element)
    {
        var isInside = (string?)element.Parent?.Attribute("triggeredByEvent") is "true";
        if (!element.Name.LocalName.EndsWith("Event", StringComparison.Ordinal))
        {
            return (string?)element.Attribute("triggeredByEvent") is "true" ? "eventSubProcess" : "";
        }

        var interrupts = element.Attribute("cancelActivity") ?? element.Attribute("isInterrupting");
        return element.Name.LocalName
            + (isInside && element.Name == Bpmn + "startEvent" ? " inside" : "")
            + ((string?)interrupts is "false" ? " beside " : " ")
            + Trigger(element);
    }

    private static string Trigger(XElement element)
    {
        var definitions = element
            .Elements()
            .Select(child => child.Name.LocalName)
            .Where(name => name.EndsWith("EventDefinition", StringComparison.Ordinal))
            .ToList();
        return definitions.Count switch
        {
            0 => "none",
            1 => definitions[0][..^"EventDefinition".Length],
            _ => (string?)element.Attribute("parallelMultiple") is "true" ? "parallel" : "multiple",
        };
    }
}
