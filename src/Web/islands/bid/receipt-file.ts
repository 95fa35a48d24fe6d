import { type Bytes, concat, equal, utf8 } from "../../sealing/primitives/bytes";
import { attemptNonceSize, slotOf } from "../../sealing/envelopes/attempt-secrets";
import { ReceiptStanding, checkReceipt, readReceipt } from "../../sealing/record/receipt";
import { WireReader } from "../../sealing/wire/wire-reader";
import { WireWriter } from "../../sealing/wire/wire-writer";
import { BidFault } from "./bid-fault";
import type { KeptBid, KeptReceipt } from "./bid-vault";
import type { SignedNotice } from "./tender-site";

const magic = utf8("approvals bid receipt 1\n");

/** 回执文件: the receipt, and the nonce of its sealing, without which another device couldn't release the bid's lock. */
export function writeReceiptFile(kept: KeptReceipt): Bytes {
  const nonce = kept.nonce.length > 0 ? kept.nonce : new Uint8Array(attemptNonceSize);
  return concat(magic, new WireWriter().block(kept.bytes).fixed(nonce).toBytes());
}

/** The bid as this browser keeps one, from the two files that were kept elsewhere: the root that the recovery file gave, and the receipt. */
export async function bidFrom(receiptFile: Bytes, root: Bytes, recoveryFile: Bytes, tender: string, signed: SignedNotice): Promise<KeptBid> {
  const reader = new WireReader(receiptFile);
  const isOurs = equal(reader.fixed(magic.length), magic);
  const [bytes, nonce] = [reader.block(), reader.fixed(attemptNonceSize)];
  const receipt = isOurs && reader.isWhole ? readReceipt(bytes) : null;
  if (!receipt) throw new BidFault("receipt", "not-a-receipt");
  const slot = await slotOf(root, signed.hash);
  const { sequence, envelopeId, submission } = receipt.entry;
  const standing = await checkReceipt(receipt, { envelopeId, slotPoint: slot.point, sequence }, signed.notice, signed.hash);
  if (standing !== ReceiptStanding.Final && standing !== ReceiptStanding.Stamped) throw new BidFault("receipt", "another-root");
  return {
    tender,
    noticeHash: signed.hash,
    slotPoint: slot.point,
    slotKey: await slot.signingKey(),
    recoveryFile,
    lastSequence: sequence,
    attempt: null,
    receipts: [{ sequence, submission, envelopeId, nonce, bytes }],
    released: [],
  };
}
