namespace Approvals.Workflow.Bpmn.Xml.Schema;

/// <summary>
/// What the XML schemas of diagram interchange (formal/2011-01-03 ch. 12 and annex B: BPMNDI.xsd, DI.xsd, DC.xsd) say, in the
/// notation of <see cref="SchemaNotation"/>.
/// </summary>
internal static class DiagramNotation
{
    public const string Simple = """
        ParticipantBandKind : top_initiating middle_initiating bottom_initiating top_non_initiating middle_non_initiating bottom_non_initiating
        MessageVisibleKind : initiating non_initiating
        """;

    public const string Groups = """
        di:DiagramElement : bpmndi:BPMNShape bpmndi:BPMNEdge
        """;

    public const string Types = """
        di:Diagram abstract : | name:string documentation:string resolution:double id:ID |
        di:DiagramElement abstract open : | id:ID | di:extension?
        di:extension : | | other*
        di:Node abstract : di:DiagramElement | |
        di:Plane abstract : di:Node | | di:DiagramElement*
        di:Edge abstract : di:DiagramElement | | di:waypoint=dc:Point{2,}
        di:Shape abstract : di:Node | | dc:Bounds
        di:Label abstract : di:Node | | dc:Bounds?
        di:Style abstract : | id:ID |
        dc:Point : | x:double! y:double! |
        dc:Bounds : | x:double! y:double! width:double! height:double! |
        dc:Font : | name:string size:double isBold:boolean isItalic:boolean isUnderline:boolean isStrikeThrough:boolean |
        bpmndi:BPMNDiagram : di:Diagram | | bpmndi:BPMNPlane bpmndi:BPMNLabelStyle*
        bpmndi:BPMNPlane : di:Plane | bpmnElement:QName |
        bpmndi:BPMNShape : di:Shape | bpmnElement:QName isHorizontal:boolean isExpanded:boolean isMarkerVisible:boolean isMessageVisible:boolean participantBandKind:ParticipantBandKind choreographyActivityShape:QName | bpmndi:BPMNLabel?
        bpmndi:BPMNEdge : di:Edge | bpmnElement:QName sourceElement:QName targetElement:QName messageVisibleKind:MessageVisibleKind | bpmndi:BPMNLabel?
        bpmndi:BPMNLabel : di:Label | labelStyle:QName |
        bpmndi:BPMNLabelStyle : di:Style | | dc:Font
        """;
}
