namespace Approvals.Workflow.Tests.Runtime;

/// <summary>BPMN texts with everything around the process written once.</summary>
internal static class RuntimeModels
{
    public static string Of(string process, string roots = "") =>
        $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="http://approvals.example/test">
            {roots}
            {process}
            </definitions>
            """;

    public static string UserTask(string id) =>
        $"""
            <userTask id="{id}"><extensionElements><zeebe:assignmentDefinition candidateGroups="clerk@centre" /></extensionElements></userTask>
            """;

    public static string Flow(string source, string target) =>
        $"""<sequenceFlow id="{source}_{target}" sourceRef="{source}" targetRef="{target}" />""";

    public static string Message(string id, string? correlationKey) =>
        correlationKey is null
            ? $"""<message id="{id}" name="{id}" />"""
            : $"""<message id="{id}" name="{id}"><extensionElements><zeebe:subscription correlationKey="{correlationKey}" /></extensionElements></message>""";
}
