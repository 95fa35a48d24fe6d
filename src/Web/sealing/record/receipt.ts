import { type Bytes, equal } from "../primitives/bytes";
import { isIncluded, leafOf } from "../primitives/merkle";
import { hashSize } from "../primitives/seal-hash";
import { verifies } from "../primitives/seal-key";
import { WireReader } from "../wire/wire-reader";
import { HolderRole, type Notice, holderOf } from "../notices/notice";
import { type Checkpoint, EntryKind, type Submission } from "./entry";
import { cosignatureToSign, stampToSign } from "./entry-codec";
import { readEntry } from "./entry-reading";

/** Fewer cosignatures than this make no checkpoint. */
const fewestCosigners = 3;

/** 回执: the record's entry of a submission, its place in the tree, and the newest checkpoint of that tree. */
export interface Receipt {
  readonly entryBytes: Bytes;
  readonly entry: Submission;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Bytes[];
  readonly checkpoint: Checkpoint | null;
}

/** How far a receipt proves itself. */
export enum ReceiptStanding {
  /** Stamped by the notary, and not yet under a checkpoint that three holders signed. */
  Stamped = "stamped",
  /** Under a checkpoint of three holders: nobody can take it away unseen. */
  Final = "final",
}

/** What of a receipt isn't as it should be. */
export type ReceiptFault = "another-bid" | "signature" | "stamp" | "late" | "inclusion" | "cosignatures";

/** block entry ‖ index ‖ tree size ‖ path ‖ block checkpoint (empty before there is one). */
export function readReceipt(bytes: Bytes): Receipt | null {
  const reader = new WireReader(bytes);
  const entryBytes = reader.block();
  const entry = readEntry(entryBytes);
  const [index, size] = [reader.int(), reader.int()];
  const path = reader.list(reader.byte(), hashSize);
  const pointBytes = reader.block();
  const point = pointBytes.length > 0 ? readEntry(pointBytes) : null;
  if (!reader.isWhole || entry?.kind !== EntryKind.Submission) return null;
  if (pointBytes.length > 0 && point?.kind !== EntryKind.Checkpoint) return null;
  return { entryBytes, entry, index, size, path, checkpoint: point?.kind === EntryKind.Checkpoint ? point : null };
}

/** Checks everything a receipt says, with the notice alone: that it is of this envelope, in time, stamped, in the tree, and by whom the tree is signed. */
export async function checkReceipt(
  receipt: Receipt,
  expected: { readonly envelopeId: Bytes; readonly slotPoint: Bytes; readonly sequence: number },
  notice: Notice,
  noticeHash: Bytes,
): Promise<ReceiptStanding | ReceiptFault> {
  const { entry, checkpoint } = receipt;
  if (!equal(entry.envelopeId, expected.envelopeId) || !equal(entry.slotPoint, expected.slotPoint) || entry.sequence !== expected.sequence) {
    return "another-bid";
  }
  if (!(await verifies(entry.slotPoint, entry.envelopeId, entry.slotSignature))) return "signature";
  const stamped = await stampToSign(noticeHash, entry.envelopeId, entry.stampedAt);
  const notary = holderOf(notice, HolderRole.Notary);
  if (!notary || !(await verifies(notary.signingPoint, stamped, entry.stamp))) return "stamp";
  if (entry.at >= notice.deadline || entry.stampedAt >= notice.deadline) return "late";
  if (!checkpoint) return ReceiptStanding.Stamped;
  const isThere = checkpoint.size === receipt.size && (await isIncluded(await leafOf(receipt.entryBytes), receipt.index, receipt.size, receipt.path, checkpoint.root));
  if (!isThere) return "inclusion";
  return (await cosignersOf(checkpoint, notice, noticeHash)).size >= fewestCosigners ? ReceiptStanding.Final : "cosignatures";
}

/** The holders whose signature under the checkpoint is good. */
export async function cosignersOf(checkpoint: Checkpoint, notice: Notice, noticeHash: Bytes): Promise<Set<HolderRole>> {
  const found = new Set<HolderRole>();
  for (const { role, at, signature } of checkpoint.cosignatures) {
    const holder = holderOf(notice, role);
    const signed = await cosignatureToSign(noticeHash, checkpoint.size, checkpoint.root, at);
    if (holder && (await verifies(holder.signingPoint, signed, signature))) found.add(role);
  }
  return found;
}
