// Signing a paper: with a key that was made in this browser and never leaves it.
import { KeyVault } from "./certificates/key-vault";
import { SignForm } from "./signing/sign-form";

const form = document.querySelector<HTMLFormElement>("form[data-sign]");
const paper = document.querySelector<HTMLAnchorElement>("a[data-paper]");
if (form && paper) {
  const usable = new Set(form.dataset["keys"]!.split(" "));
  const held = (await KeyVault.all()).filter((key) => usable.has(key.id)).at(-1);
  if (held) {
    await SignForm.open(form, held, paper);
  } else {
    document.querySelector<HTMLElement>("[data-no-key]")!.hidden = false;
  }
}
