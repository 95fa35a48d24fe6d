import type { BidFault } from "./bid-fault";
import { type Words, the } from "./words";

/** One thing that isn't right, and the control where it can be put right. */
export interface Complaint {
  readonly words: string;
  readonly control?: string;
}

/** The box above the page that says what stands in the way; the focus moves to it. */
export class AlertBox {
  private readonly box: HTMLElement;

  constructor(
    page: HTMLElement,
    private readonly words: Words,
  ) {
    this.box = the(page, "[data-alert]");
  }

  clear(): void {
    this.box.hidden = true;
    for (const marked of document.querySelectorAll("[aria-invalid]")) marked.removeAttribute("aria-invalid");
  }

  show(complaints: readonly Complaint[]): void {
    this.clear();
    const lines = complaints.map(({ words, control }) => {
      const line = document.createElement("li");
      if (control) {
        const link = document.createElement("a");
        link.href = `#${control}`;
        link.textContent = words;
        line.append(link);
        document.getElementById(control)?.setAttribute("aria-invalid", "true");
      } else {
        line.textContent = words;
      }
      return line;
    });
    the(this.box, "ul").replaceChildren(...lines);
    this.box.hidden = false;
    this.box.focus();
  }

  fault({ code, detail }: Pick<BidFault, "code" | "detail">): void {
    this.show([{ words: this.words.of(detail && this.words.has(`fault.${detail}`) ? `fault.${detail}` : `fault.${code}`) }]);
  }
}
