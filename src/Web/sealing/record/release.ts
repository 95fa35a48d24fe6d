import { type Bytes, concat, equal, hex } from "../primitives/bytes";
import { sha256 } from "../primitives/digest";
import { verifies } from "../primitives/seal-key";
import { AttemptSecrets } from "../envelopes/attempt-secrets";
import { sectionsOfLot } from "../envelopes/section";
import { HolderRole, type Notice, holderOf } from "../notices/notice";
import { acceptedBids, setRootOf } from "./bid-set";
import { EntryKind, type LotsIdentified, type RecordEntry, type SecretsReleased, type SetFrozen } from "./entry";
import { entryToSign } from "./entry-codec";

/** Fewer bids, or signatures under F, than this release nothing. */
const fewest = 3;

/** What a bidder's client has checked before it lets its lock go. */
export interface ReleasableBid {
  /** F. */
  readonly setRoot: Bytes;
  /** The lots with three bidders or more. */
  readonly passedLots: readonly number[];
}

/** Why the lock stays shut. */
export type ReleaseFault = "not-frozen" | "set-differs" | "set-signatures" | "not-in-set" | "not-identified" | "findings-differ" | "no-lot-passed";

/**
 * Reads the record as a bidder does before it releases: F is recomputed from the submissions and signed by three holders, the own envelope is
 * in it, supervisor and notary found the same number of bidders for each lot. Nothing of it is taken on the platform's word.
 */
export async function checkRelease(
  record: readonly RecordEntry[],
  own: { readonly slotPoint: Bytes; readonly envelopeId: Bytes },
  notice: Notice,
  noticeHash: Bytes,
): Promise<ReleasableBid | ReleaseFault> {
  const frozen = record.find((entry): entry is SetFrozen => entry.kind === EntryKind.SetFrozen);
  if (!frozen) return "not-frozen";
  const accepted = acceptedBids(record.filter((entry) => entry.kind === EntryKind.Submission), notice.deadline);
  if (!equal(await setRootOf(accepted), frozen.root)) return "set-differs";
  if ((await signersOf(frozen, notice, noticeHash)).size < fewest) return "set-signatures";
  const slot = hex(own.slotPoint);
  if (!accepted.some((bid) => hex(bid.slotPoint) === slot && equal(bid.envelopeId, own.envelopeId))) return "not-in-set";
  const findings = await findingsOf(record, frozen.root, notice, noticeHash);
  const [one, other] = [findings.get(HolderRole.Supervisor), findings.get(HolderRole.Notary)];
  if (!one || !other) return "not-identified";
  if (one.bidders.length !== notice.lots || one.bidders.join() !== other.bidders.join() || !equal(one.namesHash, other.namesHash)) return "findings-differ";
  const passedLots = one.bidders.flatMap((bidders, lot) => (bidders >= fewest ? [lot] : []));
  return passedLots.length > 0 ? { setRoot: frozen.root, passedLots } : "no-lot-passed";
}

/** The secrets of the lots, lot by lot in the order open, qualification, technical, and the signed entry that says so. */
export async function releaseOf(
  secrets: AttemptSecrets,
  lots: readonly number[],
  setRoot: Bytes,
  noticeHash: Bytes,
): Promise<{ readonly secrets: readonly Bytes[]; readonly entry: SecretsReleased }> {
  const released = await Promise.all(lots.flatMap(sectionsOfLot).map((section) => secrets.section(section)));
  const unsigned: SecretsReleased = {
    kind: EntryKind.SecretsReleased,
    at: 0,
    slotPoint: secrets.slot.point,
    lots,
    digest: await sha256(concat(...released)),
    signature: new Uint8Array(64),
  };
  const signature = await secrets.slot.sign(await entryToSign(noticeHash, setRoot, unsigned));
  return { secrets: released, entry: { ...unsigned, signature } };
}

async function signersOf(frozen: SetFrozen, notice: Notice, noticeHash: Bytes): Promise<Set<HolderRole>> {
  const signed = await entryToSign(noticeHash, null, frozen);
  const found = new Set<HolderRole>();
  for (const { role, signature } of frozen.signatures) {
    const holder = holderOf(notice, role);
    if (holder && (await verifies(holder.signingPoint, signed, signature))) found.add(role);
  }
  return found;
}

async function findingsOf(record: readonly RecordEntry[], setRoot: Bytes, notice: Notice, noticeHash: Bytes): Promise<Map<HolderRole, LotsIdentified>> {
  const found = new Map<HolderRole, LotsIdentified>();
  for (const entry of record) {
    if (entry.kind !== EntryKind.LotsIdentified) continue;
    const holder = holderOf(notice, entry.role);
    if (holder && (await verifies(holder.signingPoint, await entryToSign(noticeHash, setRoot, entry), entry.signature))) found.set(entry.role, entry);
  }
  return found;
}
