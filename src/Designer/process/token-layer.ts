// Tokens over a diagram: red dots that stand on elements and flows, or move along flows.
import type { Canvas, ElementRegistry } from "./bpmn";

const svg = "http://www.w3.org/2000/svg";
/** How far a token moves, in diagram pixels per millisecond; no way takes longer than the second figure, in milliseconds. */
const speed = 0.35;
const longest = 1_200;

interface Point {
  x: number;
  y: number;
}

export class TokenLayer {
  private readonly layer: SVGGElement;

  constructor(
    canvas: Canvas,
    private readonly registry: ElementRegistry,
  ) {
    this.layer = canvas.getLayer("dz-tokens", 20);
  }

  clear(): void {
    this.layer.replaceChildren();
  }

  /** One dot for every id, side by side where several stand on one. */
  stand(ids: string[]): void {
    this.clear();
    const counts = new Map<string, number>();
    for (const id of ids) {
      const before = counts.get(id) ?? 0;
      counts.set(id, before + 1);
      const point = this.placeOf(id);
      if (point) this.dot({ x: point.x + before * 16, y: point.y });
    }
  }

  async move(flows: string[]): Promise<void> {
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.clear();
    await Promise.all(flows.map((flow) => this.along(flow)));
  }

  private along(flow: string): Promise<void> {
    const waypoints = this.registry.get(flow)?.waypoints;
    if (!waypoints || waypoints.length < 2) return Promise.resolve();
    const way = document.createElementNS(svg, "path");
    way.setAttribute("d", waypoints.map((point, i) => `${i === 0 ? "M" : "L"}${point.x},${point.y}`).join(" "));
    const length = way.getTotalLength();
    const dot = this.dot(waypoints[0] as Point);
    const begin = performance.now();
    const time = Math.min(length / speed, longest);
    return new Promise((resolve) => {
      const frame = (now: number) => {
        const part = Math.min(1, (now - begin) / time);
        const point = way.getPointAtLength(part * length);
        dot.setAttribute("cx", String(point.x));
        dot.setAttribute("cy", String(point.y));
        if (part < 1 && dot.isConnected) requestAnimationFrame(frame);
        else resolve();
      };
      requestAnimationFrame(frame);
    });
  }

  private placeOf(id: string): Point | undefined {
    const shape = this.registry.get(id);
    if (!shape) return undefined;
    const ways = shape.waypoints;
    if (!ways) return { x: shape.x + shape.width / 2, y: shape.y };
    // Before the arrow: a token that waits on a flow waits at its end.
    const [before, last] = [ways[ways.length - 2] as Point, ways[ways.length - 1] as Point];
    const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
    const back = Math.min(20, length / 2) / length;
    return { x: last.x + (before.x - last.x) * back, y: last.y + (before.y - last.y) * back };
  }

  private dot(at: Point): SVGCircleElement {
    const dot = document.createElementNS(svg, "circle");
    dot.setAttribute("class", "dz-token");
    dot.setAttribute("r", "7");
    dot.setAttribute("cx", String(at.x));
    dot.setAttribute("cy", String(at.y));
    this.layer.append(dot);
    return dot;
  }
}
