/** The phone menu: a button that opens the navigation as a sheet under the masthead; Escape closes it. */
export class Menu {
  private readonly sheet: HTMLElement;

  constructor(private readonly button: HTMLButtonElement) {
    const sheet = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (!sheet) throw new Error("The menu button names no navigation.");
    this.sheet = sheet;
    button.addEventListener("click", () => this.show(!this.isOpen));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isOpen) {
        this.show(false);
        button.focus();
      }
    });
  }

  private get isOpen(): boolean {
    return this.button.getAttribute("aria-expanded") === "true";
  }

  private show(open: boolean): void {
    this.button.setAttribute("aria-expanded", String(open));
    this.sheet.classList.toggle("open", open);
  }
}
