/** A form that is sent with a credential: asks the server for a challenge, the authenticator for its answer, then goes its way. */
export class PasskeyForm {
  private readonly credential: HTMLInputElement;
  private readonly status: HTMLElement;

  constructor(private readonly form: HTMLFormElement) {
    this.credential = form.querySelector<HTMLInputElement>("[name=Credential]")!;
    this.status = form.querySelector<HTMLElement>("[role=status]")!;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
  }

  static isPossible(): boolean {
    return "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;
  }

  private async send(): Promise<void> {
    this.status.textContent = "";
    try {
      const answer = await fetch(this.form.dataset["options"]!, { method: "POST", body: new FormData(this.form) });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      const credential = await this.ask(await answer.json());
      this.credential.value = JSON.stringify(credential.toJSON());
      this.form.submit();
    } catch {
      // Declined, timed out or not there: the person decides what comes next, the page says so.
      this.status.textContent = this.status.dataset["words"] ?? "";
    }
  }

  private async ask(
    options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON,
  ): Promise<PublicKeyCredential> {
    const credential =
      this.form.dataset["passkey"] === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    return credential as PublicKeyCredential;
  }
}
