import { type Bytes, hex } from "../primitives/bytes";
import { leafOf, rootOf } from "../primitives/merkle";
import { WireWriter } from "../wire/wire-writer";
import { type Submission, SubmissionKind } from "./entry";

/**
 * The accepted bids at the deadline, ordered by slot: a fold over the submissions in the order of the record. A later sequence replaces, a
 * withdrawal ends the slot, what came or was stamped at T or later is late.
 */
export function acceptedBids(submissions: readonly Submission[], deadline: number): Submission[] {
  const inTime = submissions.filter((sent) => sent.at < deadline && sent.stampedAt < deadline);
  const ended = new Set(inTime.filter((sent) => sent.submission === SubmissionKind.Withdraw).map((sent) => hex(sent.slotPoint)));
  const live = new Map<string, Submission>();
  for (const sent of inTime) {
    const slot = hex(sent.slotPoint);
    if (!ended.has(slot) && (live.get(slot)?.sequence ?? 0) < sent.sequence) live.set(slot, sent);
  }
  return [...live.keys()].sort().map((slot) => live.get(slot)!);
}

/** F: the RFC 6962 root over the accepted bids. */
export async function setRootOf(accepted: readonly Submission[]): Promise<Bytes> {
  const leaves = accepted.map((bid) => leafOf(new WireWriter().fixed(bid.slotPoint).int(bid.sequence).fixed(bid.envelopeId).toBytes()));
  return rootOf(await Promise.all(leaves));
}
