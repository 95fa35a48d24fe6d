using System.Globalization;
using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Approvals.Workflow.Library;

/// <summary>
/// What a new document begins with: a process that can be deployed and is sound, a decision with one rule, a form with one field. Each
/// gets an id of its own from the given number.
/// </summary>
public static class DocumentTemplates
{
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Of(DocumentKind kind, string name, long number)
    {
        var suffix = number.ToString(CultureInfo.InvariantCulture);
        return Anew(kind, name, $"{kind.ToString().ToLowerInvariant()}_{suffix}");
    }

    /// <summary>The same under an id that is there already.</summary>
    public static string Anew(DocumentKind kind, string name, string id) =>
        kind switch
        {
            DocumentKind.Process => Process(SecurityElement.Escape(name), SecurityElement.Escape(id)),
            DocumentKind.Decision => Decision(SecurityElement.Escape(name), SecurityElement.Escape(id)),
            DocumentKind.Form => Form(
                JsonEncodedText.Encode(name, Readable).Value,
                JsonEncodedText.Encode(id, Readable).Value
            ),
            _ => Scenario(JsonEncodedText.Encode(name, Readable).Value),
        };

    private static string Process(string name, string id) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:approvals="http://approvals.example/schema/bpmn/1.0" id="definitions_{id}" targetNamespace="http://approvals.example/workflows" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
              <bpmn:process id="{id}" name="{name}" isExecutable="true">
                <bpmn:startEvent id="start" name="开始">
                  <bpmn:outgoing>f_start</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id="f_start" sourceRef="start" targetRef="review" />
                <bpmn:userTask id="review" name="审查">
                  <bpmn:extensionElements>
                    <zeebe:userTask />
                    <zeebe:assignmentDefinition candidateGroups="=[&quot;reviewer@&quot; + unit]" />
                  </bpmn:extensionElements>
                  <bpmn:incoming>f_start</bpmn:incoming>
                  <bpmn:outgoing>f_end</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="f_end" sourceRef="review" targetRef="end" />
                <bpmn:endEvent id="end" name="办结">
                  <bpmn:incoming>f_end</bpmn:incoming>
                </bpmn:endEvent>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="diagram_{id}">
                <bpmndi:BPMNPlane id="plane_{id}" bpmnElement="{id}">
                  <bpmndi:BPMNShape id="start_di" bpmnElement="start">
                    <dc:Bounds x="160" y="102" width="36" height="36" />
                    <bpmndi:BPMNLabel>
                      <dc:Bounds x="167" y="145" width="22" height="14" />
                    </bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="review_di" bpmnElement="review">
                    <dc:Bounds x="260" y="80" width="100" height="80" />
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="end_di" bpmnElement="end">
                    <dc:Bounds x="424" y="102" width="36" height="36" />
                    <bpmndi:BPMNLabel>
                      <dc:Bounds x="431" y="145" width="22" height="14" />
                    </bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="f_start_di" bpmnElement="f_start">
                    <di:waypoint x="196" y="120" />
                    <di:waypoint x="260" y="120" />
                  </bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="f_end_di" bpmnElement="f_end">
                    <di:waypoint x="360" y="120" />
                    <di:waypoint x="424" y="120" />
                  </bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>

            """;

    private static string Decision(string name, string id) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="definitions_{id}" name="{name}" namespace="http://approvals.example/decisions/{id}">
              <decision id="{id}" name="{name}">
                <variable id="variable_{id}" name="result" typeRef="string" />
                <decisionTable id="table_{id}" hitPolicy="UNIQUE">
                  <input id="input_1" label="面积">
                    <inputExpression id="input_expression_1" typeRef="number">
                      <text>area</text>
                    </inputExpression>
                  </input>
                  <output id="output_1" label="结果" name="result" typeRef="string" />
                  <rule id="rule_1">
                    <inputEntry id="rule_1_input">
                      <text>-</text>
                    </inputEntry>
                    <outputEntry id="rule_1_output">
                      <text>"通过"</text>
                    </outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI>
                <dmndi:DMNDiagram id="diagram_{id}">
                  <dmndi:DMNShape id="{id}_di" dmnElementRef="{id}">
                    <dc:Bounds x="160" y="80" width="180" height="80" />
                  </dmndi:DMNShape>
                </dmndi:DMNDiagram>
              </dmndi:DMNDI>
            </definitions>

            """;

    private static string Form(string name, string id) =>
        $$"""
            {
              "type": "default",
              "id": "{{id}}",
              "schemaVersion": 18,
              "executionPlatform": "Camunda Cloud",
              "executionPlatformVersion": "8.6.0",
              "components": [
                {
                  "type": "textfield",
                  "id": "field_1",
                  "key": "field1",
                  "label": "{{name}}",
                  "validate": {
                    "required": true,
                    "maxLength": 100
                  }
                }
              ]
            }

            """;

    private static string Scenario(string name) =>
        $$"""
            {
              "model": "{{name}}.bpmn",
              "scenarios": []
            }

            """;
}
