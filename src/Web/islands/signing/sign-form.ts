import { type HeldKey, base64, signing } from "../certificates/key-vault";
import { type PreparedPaper, isWhatWasShown } from "./prepared-paper";

/**
 * Signs the paper that the page shows. The browser holds the bytes from the moment it shows them: what the server lays out for the
 * signature must begin with them, and the digest that is signed must be that of what was laid out.
 */
export class SignForm {
  private readonly status: HTMLElement;

  private constructor(
    private readonly form: HTMLFormElement,
    private readonly held: HeldKey,
    private readonly shown: Uint8Array,
    private readonly prepare: string,
  ) {
    this.status = form.querySelector<HTMLElement>("[role=status]")!;
    this.field("KeyId").value = held.id;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
  }

  static async open(form: HTMLFormElement, held: HeldKey, paper: HTMLAnchorElement): Promise<void> {
    const answer = await fetch(paper.href);
    if (!answer.ok) return;
    const shown = new Uint8Array(await answer.arrayBuffer());
    // The link opens these bytes from now on, not what the server may answer later.
    paper.href = URL.createObjectURL(new Blob([shown], { type: "application/pdf" }));
    new SignForm(form, held, shown, form.dataset["sign"]!);
  }

  /** A form whose fields give the paper: what they give now is shown, and is what will be signed. */
  static async openHere(here: HTMLElement, held: HeldKey): Promise<void> {
    const form = here.closest("form")!;
    const answer = await fetch(here.dataset["paper"]!, { method: "POST", body: new FormData(form) });
    if (!answer.ok) return;
    const shown = new Uint8Array(await answer.arrayBuffer());
    const signs = here.querySelector<HTMLElement>("[data-signs]")!;
    signs.querySelector("a")!.href = URL.createObjectURL(new Blob([shown], { type: "application/pdf" }));
    signs.hidden = false;
    here.querySelector<HTMLElement>("[data-no-key]")!.hidden = true;
    new SignForm(form, held, shown, here.dataset["sign"]!);
  }

  private async send(): Promise<void> {
    this.status.textContent = "";
    const button = this.form.querySelector<HTMLButtonElement>("button")!;
    button.disabled = true;
    try {
      const answer = await fetch(this.prepare, { method: "POST", body: new FormData(this.form) });
      if (answer.status === 422) {
        this.status.textContent = await answer.text();
        return;
      }
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      const prepared = (await answer.json()) as PreparedPaper;
      const attributes = await isWhatWasShown(prepared, this.shown);
      if (!attributes) {
        this.status.textContent = this.status.dataset["differs"] ?? "";
        return;
      }
      this.field("Ticket").value = prepared.ticket;
      this.field("Signature").value = base64(await crypto.subtle.sign(signing, this.held.keys.privateKey, attributes));
      this.form.submit();
    } catch {
      // The connection is gone or the key can't be used: nothing was signed, and the page says so.
      this.status.textContent = this.status.dataset["failed"] ?? "";
    } finally {
      button.disabled = false;
    }
  }

  private field(name: string): HTMLInputElement {
    return this.form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  }
}
