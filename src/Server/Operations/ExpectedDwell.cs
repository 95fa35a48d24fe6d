using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Operations;

/// <summary>
/// How long a token is expected to stay at an element: the <c>zeebe:property</c> <c>expectedDwell</c> of the element, an ISO 8601
/// duration, else that of its process for every activity. A value that is no duration counts as none.
/// </summary>
internal sealed class ExpectedDwell
{
    private const string Property = "expectedDwell";
    private static readonly ConcurrentDictionary<long, ExpectedDwell> Known = new();
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";
    private readonly Dictionary<string, TimeSpan> elements = new(StringComparer.Ordinal);
    private readonly TimeSpan? ofProcess;

    private ExpectedDwell(Deployment deployment)
    {
        ofProcess = OfProcess(deployment);
        foreach (var element in deployment.Definition.Elements)
        {
            var own = element.Properties.FirstOrDefault(each => each.Key == Property).Value;
            if ((Parse(own) ?? (IsActivity(element) ? ofProcess : null)) is { } dwell)
            {
                elements.Add(element.Id, dwell);
            }
        }
    }

    /// <summary>False for a model that expects nothing.</summary>
    public bool IsAny => elements.Count > 0;

    /// <summary>The shortest expectation: an instance younger than it can't stall.</summary>
    public TimeSpan Shortest => elements.Values.Min();

    public static ExpectedDwell Of(Deployment deployment) =>
        Known.GetOrAdd(deployment.Key, static (_, read) => new ExpectedDwell(read), deployment);

    public TimeSpan? At(string element) => elements.TryGetValue(element, out var dwell) ? dwell : null;

    /// <summary>A container waits for what is inside it: only its own property counts.</summary>
    private static bool IsActivity(Element element) =>
        element is not (SubProcess or CatchEvent or ThrowEvent)
        && element.TypeName.EndsWith("ask", StringComparison.Ordinal);

    private static TimeSpan? OfProcess(Deployment deployment) =>
        Parse(
            XDocument
                .Parse(deployment.Xml)
                .Descendants(Bpmn + "process")
                .FirstOrDefault(process => (string?)process.Attribute("id") == deployment.ProcessId)
                ?.Element(Bpmn + "extensionElements")
                ?.Descendants(Zeebe + "property")
                .FirstOrDefault(property => (string?)property.Attribute("name") == Property)
                ?.Attribute("value")
                ?.Value
        );

    private static TimeSpan? Parse(string? text)
    {
        try
        {
            return text is { Length: > 0 } && XmlConvert.ToTimeSpan(text) is var span && span > TimeSpan.Zero
                ? span
                : null;
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            return null;
        }
    }
}
