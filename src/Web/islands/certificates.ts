// The page of one's certificates: keys are made and kept here, in this browser.
import "reflect-metadata";
import { EnrolForm } from "./certificates/enrol-form";
import { type BidderCertificate, KeyVault, keepBidders } from "./certificates/key-vault";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-enrol]")) {
  new EnrolForm(form);
}

const page = document.querySelector<HTMLElement>("[data-key-here]");
const held = new Set((await KeyVault.all()).map((key) => key.id));
for (const line of document.querySelectorAll<HTMLElement>("[data-held-key]")) {
  line.textContent = (held.has(line.dataset["heldKey"] ?? "") ? page?.dataset["keyHere"] : page?.dataset["keyElsewhere"]) ?? "";
}

const bidders = new Map<string, BidderCertificate>();
for (const line of document.querySelectorAll<HTMLElement>("[data-bidder-chain]")) {
  const { heldKey = "", bidderChain = "", bidderCode: creditCode = "", bidderName: organisation = "" } = line.dataset;
  const chain = bidderChain.split(" ").map((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  bidders.set(heldKey, { organisation, creditCode, chain });
}
await keepBidders(bidders);
