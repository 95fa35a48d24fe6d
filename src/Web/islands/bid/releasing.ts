import { concat, equal, hex } from "../../sealing/primitives/bytes";
import { AttemptSecrets } from "../../sealing/envelopes/attempt-secrets";
import { SubmissionKind } from "../../sealing/record/entry";
import { type ReleasableBid, checkRelease, releaseOf } from "../../sealing/record/release";
import { WireWriter } from "../../sealing/wire/wire-writer";
import { BidFault } from "./bid-fault";
import type { KeptBid, KeptReceipt } from "./bid-vault";
import type { BidOrder } from "./orders";
import type { SignedNotice, TenderSite } from "./tender-site";

/** Withdrawn: this pseudonym is closed, and another bid needs another root. */
export function isEnded(bid: KeptBid | undefined): boolean {
  return bid?.receipts.some((each) => each.submission === SubmissionKind.Withdraw) ?? false;
}

/** The bid that counts: the newest one stored, unless the slot was ended. */
export function standingBid(bid: KeptBid): KeptReceipt | undefined {
  return isEnded(bid) ? undefined : bid.receipts.at(-1);
}

/** What the record lets this bid release, or a fault that says what isn't right with it. */
export async function releasable(site: TenderSite, { notice, hash }: SignedNotice, bid: KeptBid): Promise<ReleasableBid> {
  const own = standingBid(bid);
  if (!own) throw new BidFault("release", "not-in-set");
  const checked = await checkRelease(await site.record(), { slotPoint: bid.slotPoint, envelopeId: own.envelopeId }, notice, hash);
  if (typeof checked === "string") throw new BidFault("release", checked);
  return checked;
}

/** Checks the record once more and gives the bidder's lock of the lots away. */
export async function release(order: Extract<BidOrder, { order: "release" }>, site: TenderSite, signed: SignedNotice, bid: KeptBid): Promise<KeptBid> {
  const { setRoot, passedLots } = await releasable(site, signed, bid);
  const own = standingBid(bid)!;
  const lots = order.lots.filter((lot) => passedLots.includes(lot) && !bid.released.includes(lot));
  if (lots.length === 0) throw new BidFault("release", "no-lot-passed");
  const secrets = await AttemptSecrets.of(order.root, signed.hash, own.sequence, own.nonce);
  if (!equal(secrets.slot.point, bid.slotPoint)) throw new BidFault("release", "another-root");
  const made = await releaseOf(secrets, lots, setRoot, signed.hash);
  const body = new WireWriter().fixed(secrets.slot.point).byte(lots.length);
  for (const lot of lots) body.short(lot);
  const answer = await site.post("releases", concat(body.fixed(made.entry.signature).toBytes(), ...made.secrets));
  if (!answer.ok) throw new BidFault("release", answer.status === 409 ? await answer.text() : `${answer.status} ${hex(own.envelopeId)}`);
  return { ...bid, released: [...bid.released, ...lots] };
}
