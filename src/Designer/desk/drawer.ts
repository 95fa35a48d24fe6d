// What is found out about the document, below it: tabs that fold away (WAI-ARIA tabs, moved through with the arrow keys).
import { say } from "../texts/texts";
import { make } from "./dom";

export interface Tab {
  readonly panel: HTMLElement;
  count(number: number | null, tone?: "bad" | "good"): void;
  open(): void;
}

export class Drawer {
  private readonly list = make("div", { role: "tablist", class: "dz-tabs" });
  private readonly panels = make("div", { class: "dz-panels" });
  readonly element = make("section", { class: "dz-drawer" }, this.list, this.panels);
  private readonly tabs: { head: HTMLButtonElement; panel: HTMLElement }[] = [];

  constructor() {
    this.element.setAttribute("aria-label", say("drawer.name"));
    const licences = make("a", { class: "dz-licences", href: "/assets/designer-licences.txt", target: "_blank" }, say("desk.licences"));
    this.element.prepend(licences);
    this.list.addEventListener("keydown", (event) => this.move(event));
  }

  add(id: string, label: string): Tab {
    const badge = make("span", { class: "dz-count", hidden: true });
    const head = make(
      "button",
      { type: "button", role: "tab", id: `dz-tab-${id}`, "aria-controls": `dz-panel-${id}`, "aria-selected": "false", tabindex: "-1" },
      label,
      badge,
    );
    const panel = make("div", { role: "tabpanel", id: `dz-panel-${id}`, "aria-labelledby": `dz-tab-${id}`, tabindex: "0", hidden: true });
    const tab = { head, panel };
    head.addEventListener("click", () => (head.getAttribute("aria-selected") === "true" ? this.fold() : this.choose(tab)));
    this.tabs.push(tab);
    if (this.tabs.length === 1) head.tabIndex = 0;
    this.list.append(head);
    this.panels.append(panel);
    return {
      panel,
      open: () => this.choose(tab),
      count: (number, tone = "bad") => {
        badge.hidden = number === null;
        badge.textContent = number === null ? "" : String(number);
        badge.dataset.tone = tone;
      },
    };
  }

  fold(): void {
    this.choose(undefined);
  }

  private choose(chosen: { head: HTMLButtonElement; panel: HTMLElement } | undefined): void {
    this.element.classList.toggle("dz-open", chosen !== undefined);
    for (const tab of this.tabs) {
      const isChosen = tab === chosen;
      tab.head.setAttribute("aria-selected", String(isChosen));
      tab.panel.hidden = !isChosen;
      if (chosen) tab.head.tabIndex = isChosen ? 0 : -1;
    }
  }

  private move(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = this.tabs.findIndex((tab) => tab.head === document.activeElement);
    if (step === 0 || at < 0) return;
    const next = this.tabs[(at + step + this.tabs.length) % this.tabs.length];
    next?.head.focus();
    if (next) this.choose(next);
  }
}
