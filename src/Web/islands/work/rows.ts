/** The lines of the list: one is chosen, and the case beside the list follows it. */
export class Rows {
  private readonly rows: HTMLTableRowElement[];
  private wanted = 0;

  constructor(
    body: HTMLElement,
    private readonly preview: HTMLElement,
  ) {
    this.rows = [...body.querySelectorAll<HTMLTableRowElement>("tr[data-case]")];
    body.addEventListener("click", (event) => this.clicked(event));
  }

  get chosen(): number {
    return this.rows.findIndex((row) => row.getAttribute("aria-selected") === "true");
  }

  move(by: number): void {
    const next = Math.min(this.rows.length - 1, Math.max(0, this.chosen + by));
    if (next !== this.chosen) this.choose(next);
  }

  open(): void {
    this.rows[this.chosen]?.querySelector<HTMLAnchorElement>("a.open")?.click();
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const peek = target.closest("a.peek");
    if (target.closest("a") && (!peek || event.ctrlKey || event.metaKey || event.shiftKey)) return;
    const row = this.rows.findIndex((each) => each.contains(target));
    if (row < 0 || !this.isShown) return;
    event.preventDefault();
    this.choose(row);
  }

  /** On a narrow screen there is no room beside the list. */
  private get isShown(): boolean {
    return this.preview.offsetParent !== null;
  }

  private choose(index: number): void {
    this.rows.forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
    const row = this.rows[index];
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    if (this.isShown) void this.show(row.dataset.case ?? "");
  }

  /** Only the last wish counts: someone may run down the list faster than answers come. */
  private async show(key: string): Promise<void> {
    const turn = ++this.wanted;
    await new Promise((resolve) => setTimeout(resolve, 90));
    if (turn !== this.wanted) return;
    const answer = await fetch(`/work/preview/${key}`, { headers: { Accept: "text/html" } });
    if (turn !== this.wanted) return;
    if (!answer.ok || answer.redirected) {
      location.reload();
      return;
    }
    this.preview.innerHTML = await answer.text();
  }
}
