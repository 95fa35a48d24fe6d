// The parts of bpmn-js that the designer speaks to.

export interface ModdleElement {
  $type: string;
  $parent?: ModdleElement;
  id?: string;
  name?: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  [name: string]: unknown;
}

export interface Shape {
  id: string;
  type: string;
  businessObject: ModdleElement;
  parent?: Shape;
  x: number;
  y: number;
  width: number;
  height: number;
  waypoints?: { x: number; y: number }[];
  labelTarget?: Shape;
}

export interface ElementRegistry {
  get(id: string): Shape | undefined;
  filter(wanted: (element: Shape) => boolean): Shape[];
  getGraphics(element: Shape | string): SVGGElement | undefined;
}

export interface Canvas {
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  zoom(scale: number | "fit-viewport", center?: "auto"): number;
  scroll(delta: { dx: number; dy: number }): void;
  scrollToElement(element: string, room?: { top: number; right: number; bottom: number; left: number }): void;
  getActiveLayer(): SVGGElement;
  getLayer(name: string, index?: number): SVGGElement;
  getRootElement(): Shape;
}

export interface Overlays {
  add(element: string, type: string, overlay: { position: object; html: HTMLElement }): string;
  remove(filter: { type: string } | string): void;
}

export interface Selection {
  select(elements: Shape | Shape[] | null): void;
  get(): Shape[];
}

export interface EventBus {
  on(event: string | string[], listener: (event: Record<string, unknown>) => void): void;
  off(event: string | string[], listener: (event: Record<string, unknown>) => void): void;
  fire(event: string, data?: object): void;
}

export interface Modeling {
  updateModdleProperties(element: Shape, target: ModdleElement, properties: object): void;
  updateProperties(element: Shape, properties: object): void;
}

export interface BpmnFactory {
  create(type: string, properties?: object): ModdleElement;
}

export interface CommandStack {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  execute(command: string, context: object): void;
}

export interface Diagram {
  get<T>(service: string, strict?: boolean): T;
  importXML(xml: string): Promise<{ warnings: string[] }>;
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
}
