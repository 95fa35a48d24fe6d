// Passkeys: the button appears where the browser can make and use them.
import { PasskeyForm } from "./passkey/passkey-form";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  if (PasskeyForm.isPossible()) new PasskeyForm(form);
}
