// Our extension elements on a BPMN element: finding, making, taking away; every change can be undone.
import type { BpmnFactory, Modeling, ModdleElement, Shape } from "../bpmn";

export class Extensions {
  static readonly $inject = ["modeling", "bpmnFactory"];

  constructor(
    private readonly modeling: Modeling,
    private readonly factory: BpmnFactory,
  ) {}

  /** The element that bears the extensions: of a pool its process. */
  owner(element: Shape): ModdleElement {
    const object = element.businessObject;
    return object.$type === "bpmn:Participant" ? ((object.get("processRef") as ModdleElement | undefined) ?? object) : object;
  }

  all(element: Shape, type: string): ModdleElement[] {
    const extensions = this.owner(element).get("extensionElements") as ModdleElement | undefined;
    return ((extensions?.get("values") as ModdleElement[] | undefined) ?? []).filter((each) => each.$type === type);
  }

  one(element: Shape, type: string): ModdleElement | undefined {
    return this.all(element, type)[0];
  }

  set(element: Shape, target: ModdleElement, properties: object): void {
    this.modeling.updateModdleProperties(element, target, properties);
  }

  add(element: Shape, type: string, properties: object = {}): void {
    const owner = this.owner(element);
    const extensions = owner.get("extensionElements") as ModdleElement | undefined;
    if (extensions) {
      const made = this.make(type, extensions, properties);
      this.set(element, extensions, { values: [...((extensions.get("values") as ModdleElement[]) ?? []), made] });
      return;
    }
    const fresh = this.make("bpmn:ExtensionElements", owner, { values: [] });
    fresh.set("values", [this.make(type, fresh, properties)]);
    this.set(element, owner, { extensionElements: fresh });
  }

  remove(element: Shape, gone: ModdleElement): void {
    const extensions = this.owner(element).get("extensionElements") as ModdleElement | undefined;
    if (!extensions) return;
    const values = (extensions.get("values") as ModdleElement[]).filter((each) => each !== gone);
    this.set(element, extensions, { values });
  }

  /** Sets an attribute of the only element of a type, which comes with the first value and goes with the last. */
  put(element: Shape, type: string, name: string, value: unknown): void {
    const there = this.one(element, type);
    const isEmpty = value === undefined || value === "";
    if (!there && !isEmpty) this.add(element, type, { [name]: value });
    else if (there) this.set(element, there, { [name]: isEmpty ? undefined : value });
  }

  /** The items of a list element, such as the clocks of `approvals:Clocks`. */
  items(element: Shape, type: string, list: string): ModdleElement[] {
    return (this.one(element, type)?.get(list) as ModdleElement[] | undefined) ?? [];
  }

  addItem(element: Shape, type: string, list: string, itemType: string, properties: object): void {
    const there = this.one(element, type);
    if (there) {
      const made = this.make(itemType, there, properties);
      this.set(element, there, { [list]: [...((there.get(list) as ModdleElement[] | undefined) ?? []), made] });
      return;
    }
    const item = this.factory.create(itemType, properties);
    this.add(element, type, { [list]: [item] });
    const holder = this.one(element, type);
    if (holder) item.$parent = holder;
  }

  removeItem(element: Shape, type: string, list: string, gone: ModdleElement, leaveEmpty: boolean): void {
    const there = this.one(element, type);
    if (!there) return;
    const items = (there.get(list) as ModdleElement[]).filter((each) => each !== gone);
    if (items.length === 0 && !leaveEmpty) this.remove(element, there);
    else this.set(element, there, { [list]: items });
  }

  private make(type: string, parent: ModdleElement, properties: object): ModdleElement {
    const made = this.factory.create(type, properties);
    made.$parent = parent;
    return made;
  }
}
