// Packages without types of their own: what they give goes through `get<T>()` with an interface of ours.
declare module "*.json";
declare module "bpmn-js-properties-panel";
declare module "bpmn-js-element-templates";
declare module "bpmn-js-create-append-anything";
declare module "bpmn-js-token-simulation";
declare module "bpmn-js-token-simulation/lib/viewer";
declare module "camunda-bpmn-js-behaviors/lib/camunda-cloud";
declare module "diagram-js-minimap";
declare module "dmn-js/lib/Modeler";
declare module "dmn-js/lib/NavigatedViewer";
declare module "@bpmn-io/form-js-editor";
declare module "@bpmn-io/properties-panel";
declare module "@bpmn-io/properties-panel/preact/jsx-runtime";
declare namespace JSX {
  interface IntrinsicElements {
    [name: string]: unknown;
  }
}
