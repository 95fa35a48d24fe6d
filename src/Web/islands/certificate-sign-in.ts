// Sign-in by certificate: the button appears where this browser holds a key.
import { CertificateSignIn } from "./certificates/certificate-sign-in";
import { KeyVault } from "./certificates/key-vault";

const forms = document.querySelectorAll<HTMLFormElement>("form[data-certificate-sign-in]");
const newest = (await KeyVault.all()).at(-1);
if (newest) {
  for (const form of forms) new CertificateSignIn(form, newest);
}
