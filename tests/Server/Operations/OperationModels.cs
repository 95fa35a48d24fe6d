namespace Approvals.Server.Tests.Operations;

/// <summary>A small process with everything an operator meets: it is begun by a message, waits for people, stalls, and stops with an incident.</summary>
internal static class OperationModels
{
    /// <summary>A message starts it; <c>work</c> is expected to take a day; without <c>way</c> the gateway is an incident.</summary>
    /// <param name="work">The id of the first task.</param>
    public static string Of(string work = "work", string tag = "1") =>
        $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="http://approvals.example/test">
            <message id="order" name="order" />
            <process id="ops" name="订单" isExecutable="true"><extensionElements><zeebe:versionTag value="{tag}" /></extensionElements>
              <startEvent id="begin"><messageEventDefinition messageRef="order" /></startEvent>
              <userTask id="{work}" name="审核"><extensionElements>
                <zeebe:assignmentDefinition candidateGroups="clerk@health" />
                <zeebe:properties><zeebe:property name="expectedDwell" value="P1D" /></zeebe:properties></extensionElements></userTask>
              <exclusiveGateway id="which" name="哪条路" />
              <userTask id="after" name="归档"><extensionElements><zeebe:assignmentDefinition candidateGroups="clerk@health" /></extensionElements></userTask><endEvent id="end" />
              <sequenceFlow id="f1" sourceRef="begin" targetRef="{work}" />
              <sequenceFlow id="f2" sourceRef="{work}" targetRef="which" />
              <sequenceFlow id="f3" sourceRef="which" targetRef="after"><conditionExpression xsi:type="tFormalExpression">=way = "on"</conditionExpression></sequenceFlow>
              <sequenceFlow id="f4" sourceRef="after" targetRef="end" />
              <sequenceFlow id="f5" sourceRef="which" targetRef="end"><conditionExpression xsi:type="tFormalExpression">=way = "out"</conditionExpression></sequenceFlow>
            </process>
            </definitions>
            """;
}
