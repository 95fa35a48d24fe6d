// bpmn-js put together: the modeler of those who may change, the viewer of those who look on.
import Modeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from "bpmn-js-create-append-anything";
import { CloudElementTemplatesPropertiesProviderModule } from "bpmn-js-element-templates";
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule } from "bpmn-js-properties-panel";
import tokenSimulation from "bpmn-js-token-simulation";
import tokenSimulationViewer from "bpmn-js-token-simulation/lib/viewer";
import zeebeBehaviors from "camunda-bpmn-js-behaviors/lib/camunda-cloud";
import minimap from "diagram-js-minimap";
import zeebe from "zeebe-bpmn-moddle/resources/zeebe.json";
import approvals from "../../Workflow/Bpmn/approvals.moddle.json";
import type { Desk } from "../desk/desk";
import { relabel } from "../desk/relabel";
import type { Diagram } from "./bpmn";
import { approvalsPanels } from "./properties/provider";
import { templates } from "./templates";
import { simulationWords, translation } from "./translate/translation";

// Of the theme: a diagram has one look everywhere.
const ink = { defaultFillColor: "#fff", defaultStrokeColor: "#14233b" };
const moddleExtensions = { zeebe, approvals };

export function createModeler(desk: Desk): Diagram {
  const modeler = new Modeler({
    container: desk.canvas,
    bpmnRenderer: ink,
    propertiesPanel: { parent: desk.side },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      CloudElementTemplatesPropertiesProviderModule,
      CreateAppendAnythingModule,
      CreateAppendElementTemplatesModule,
      zeebeBehaviors,
      tokenSimulation,
      minimap,
      approvalsPanels,
      translation,
    ],
    moddleExtensions,
  } as never);
  const diagram = modeler as unknown as Diagram;
  diagram.get<{ setTemplates(templates: object[]): void }>("elementTemplatesLoader").setTemplates(templates());
  relabel(desk.canvas, simulationWords());
  return diagram;
}

export function createViewer(desk: Desk): Diagram {
  desk.side.hidden = true;
  const viewer = new NavigatedViewer({
    container: desk.canvas,
    bpmnRenderer: ink,
    additionalModules: [tokenSimulationViewer, minimap, translation],
    moddleExtensions,
  } as never);
  relabel(desk.canvas, simulationWords());
  return viewer as unknown as Diagram;
}
