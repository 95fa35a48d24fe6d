import type { Rows } from "./rows";

const store = "approvals.work-keys";

/**
 * Single-key shortcuts. They rest while something is typed, never shadow the browser's own, and can be switched off (WCAG 2.1.4);
 * the choice is kept on this computer.
 */
export class Keys {
  private readonly sheet = document.querySelector<HTMLDialogElement>("[data-keys-sheet]");

  constructor(private readonly rows: Rows | null) {
    for (const hint of document.querySelectorAll<HTMLElement>("[data-keys]")) hint.hidden = !this.isOn;
    document.body.classList.toggle("no-keys", !this.isOn);
    const control = this.sheet?.querySelector<HTMLInputElement>("[data-keys-switch]");
    if (control) {
      control.checked = this.isOn;
      control.addEventListener("change", () => this.turn(control.checked));
    }
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  private get isOn(): boolean {
    return localStorage.getItem(store) !== "off";
  }

  private turn(on: boolean): void {
    localStorage.setItem(store, on ? "on" : "off");
    document.body.classList.toggle("no-keys", !on);
    for (const hint of document.querySelectorAll<HTMLElement>("[data-keys]")) hint.hidden = !on;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && event.key === "Enter") return;
    if (this.sheet?.open || isTyping(event.target)) return;
    // The list of keys stays in reach, so that they can be switched on again.
    if (event.key === "?") {
      event.preventDefault();
      this.sheet?.showModal();
      return;
    }
    if (!this.isOn) return;
    if (this.act(event)) event.preventDefault();
  }

  private act(event: KeyboardEvent): boolean {
    switch (event.key) {
      case "j":
      case "J":
        this.rows?.move(1);
        return this.rows !== null;
      case "k":
      case "K":
        this.rows?.move(-1);
        return this.rows !== null;
      case "Enter":
        if (!this.rows || (event.target as Element).closest("a, button, summary, label")) return false;
        this.rows.open();
        return true;
      case "/":
        return focus("#find");
      default:
        return event.key.length === 1 && press(event.key.toUpperCase());
    }
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
}

function focus(selector: string): boolean {
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.select();
  field?.focus();
  return field !== null;
}

function press(letter: string): boolean {
  const link = [...document.querySelectorAll<HTMLAnchorElement>("[data-key]")].find((each) => each.dataset.key === letter);
  link?.click();
  return link !== undefined;
}
