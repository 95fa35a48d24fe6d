import { ChallengePasswordAttribute, Pkcs10CertificateRequestGenerator } from "@peculiar/x509";
import { KeyVault, base64, curve, signing } from "./key-vault";

/** Makes a key, keeps it, and sends a request for its certificate that is bound to this session by the server's nonce. */
export class EnrolForm {
  private readonly status: HTMLElement;

  constructor(private readonly form: HTMLFormElement) {
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
      const answer = await fetch(this.form.dataset["enrol"]!, { method: "POST", body: new FormData(this.form) });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      const nonce = await answer.text();
      const held = await KeyVault.make();
      // Only the key is taken from a request: whose it is, the server knows from the session.
      const request = await Pkcs10CertificateRequestGenerator.create({
        name: "CN=browser key",
        keys: held.keys,
        signingAlgorithm: { ...curve, ...signing },
        attributes: [new ChallengePasswordAttribute(nonce)],
      });
      await KeyVault.put(held);
      this.form.querySelector<HTMLInputElement>("[name=Request]")!.value = base64(request.rawData);
      this.form.submit();
    } catch {
      // A browser without storage for keys, a lost connection: nothing was asked for yet, and the page says what to do.
      this.status.textContent = this.status.dataset["words"] ?? "";
    }
  }
}
