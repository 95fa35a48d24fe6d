// Marks on elements of a diagram, all of one kind at a time.
import type { Canvas, Diagram, ElementRegistry, Overlays, Selection, Shape } from "./bpmn";

export class Marks {
  private readonly canvas: Canvas;
  private readonly overlays: Overlays;
  private readonly registry: ElementRegistry;
  private marked: string[] = [];

  constructor(
    private readonly diagram: Diagram,
    private readonly type: string,
  ) {
    this.canvas = diagram.get("canvas");
    this.overlays = diagram.get("overlays");
    this.registry = diagram.get("elementRegistry");
  }

  clear(): void {
    for (const [id, marker] of this.marked.map((each) => each.split(" ") as [string, string])) {
      if (this.registry.get(id)) this.canvas.removeMarker(id, marker);
    }
    this.marked = [];
    this.overlays.remove({ type: this.type });
  }

  mark(id: string | null, marker: string, badge?: HTMLElement): void {
    const shape = this.shapeOf(id);
    if (!shape) return;
    this.canvas.addMarker(shape.id, marker);
    this.marked.push(`${shape.id} ${marker}`);
    if (badge && !shape.waypoints) this.overlays.add(shape.id, this.type, { position: { top: -12, left: -12 }, html: badge });
  }

  /** Selects the element and brings it into view. */
  go(id: string | null): void {
    const shape = this.shapeOf(id);
    if (!shape) return;
    this.canvas.scrollToElement(shape.id);
    this.diagram.get<Selection>("selection").select(shape);
  }

  nameOf(id: string | null): string {
    const shape = this.shapeOf(id);
    return shape?.businessObject.name || id || "";
  }

  /** The shape of an element; of a process its pool or the plane itself. */
  shapeOf(id: string | null): Shape | undefined {
    if (!id) return undefined;
    const direct = this.registry.get(id);
    if (direct) return direct;
    return this.registry.filter((each) => (each.businessObject.get("processRef") as { id?: string } | undefined)?.id === id)[0];
  }
}
