import { type HeldKey, base64, signing } from "./key-vault";

/** Signs the server's challenge with a key of this browser and sends it. */
export class CertificateSignIn {
  private readonly status: HTMLElement;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly held: HeldKey,
  ) {
    this.status = form.querySelector<HTMLElement>("[role=status]")!;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
  }

  private async send(): Promise<void> {
    this.status.textContent = "";
    try {
      const answer = await fetch(this.form.dataset["certificateSignIn"]!, { method: "POST", body: new FormData(this.form) });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      const challenge = new TextEncoder().encode(await answer.text());
      const signature = await crypto.subtle.sign(signing, this.held.keys.privateKey, challenge);
      this.form.querySelector<HTMLInputElement>("[name=KeyId]")!.value = this.held.id;
      this.form.querySelector<HTMLInputElement>("[name=Signature]")!.value = base64(signature);
      this.form.submit();
    } catch {
      // The connection is gone or the key can't be used: the person decides what comes next, the page says so.
      this.status.textContent = this.status.dataset["words"] ?? "";
    }
  }
}
