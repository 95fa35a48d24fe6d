// Signing a paper: with a key that was made in this browser and never leaves it.
import { type HeldKey, KeyVault } from "./certificates/key-vault";
import { SignForm } from "./signing/sign-form";

async function find(keys: string): Promise<HeldKey | undefined> {
  const usable = new Set(keys.split(" "));
  return (await KeyVault.all()).filter((key) => usable.has(key.id)).at(-1);
}

const form = document.querySelector<HTMLFormElement>("form[data-sign]");
const paper = document.querySelector<HTMLAnchorElement>("a[data-paper]");
if (form && paper) {
  const held = await find(form.dataset["keys"]!);
  if (held) {
    await SignForm.open(form, held, paper);
  } else {
    document.querySelector<HTMLElement>("[data-no-key]")!.hidden = false;
  }
}

// A form that may be sent without a signature, too: with a key in this browser, sending signs.
const here = document.querySelector<HTMLElement>("[data-sign-here]");
if (here) {
  const held = await find(here.dataset["keys"]!);
  if (held) await SignForm.openHere(here, held);
}
