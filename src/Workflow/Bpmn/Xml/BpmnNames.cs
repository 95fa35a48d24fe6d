namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>The namespaces that have a meaning here.</summary>
internal static class BpmnNames
{
    public const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string BpmnDi = "http://www.omg.org/spec/BPMN/20100524/DI";
    public const string Di = "http://www.omg.org/spec/DD/20100524/DI";
    public const string Dc = "http://www.omg.org/spec/DD/20100524/DC";
    public const string Zeebe = "http://camunda.org/schema/zeebe/1.0";
    public const string Approvals = "http://approvals.example/schema/bpmn/1.0";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Vendors whose attributes change execution: their models need changing, so they are refused, not half-run.</summary>
    public static string? VendorOf(string ns) =>
        ns switch
        {
            "http://camunda.org/schema/1.0/bpmn" => "Camunda 7",
            "http://flowable.org/bpmn" => "Flowable",
            "http://activiti.org/bpmn" => "Activiti",
            "http://www.jboss.org/drools" => "jBPM",
            _ => null,
        };
}
