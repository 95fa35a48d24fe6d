import { concat } from "../../sealing/primitives/bytes";
import { blobSource, memorySource } from "../../sealing/primitives/sources";
import { derSignature, signWith } from "../../sealing/primitives/seal-key";
import { type BidFile, BidFileRole, parcelOf } from "../../sealing/envelopes/bid-parcel";
import { coreBytes, writeHeader } from "../../sealing/envelopes/envelope-header";
import { type IdentitySheet, toSign } from "../../sealing/envelopes/identity-sheet";
import { writeStatement } from "../../sealing/envelopes/opening-statement";
import { lengthSize } from "../../sealing/envelopes/padded-section";
import { pieceSize } from "../../sealing/envelopes/piece-assembler";
import { Sealer, bodySizeOf, newChance } from "../../sealing/envelopes/sealer";
import { SectionKind, indexOfSection } from "../../sealing/envelopes/section";
import { sizeOfSection } from "../../sealing/notices/notice";
import type { ByteSource } from "../../sealing/primitives/chunked-encryption";
import { BidFault } from "./bid-fault";
import type { BidVault, KeptBid } from "./bid-vault";
import type { BidOrder, LotContent } from "./orders";
import type { OnProgress } from "./sending";
import type { SignedNotice } from "./tender-site";

/**
 * Seals the order's content into the vault, piece by piece. Only when header and all pieces are kept does the bid know of the attempt; what an
 * attempt leaves behind that didn't get so far is taken away.
 */
export async function sealIntoVault(
  order: Extract<BidOrder, { order: "seal" }>,
  { notice, hash }: SignedNotice,
  vault: BidVault,
  bid: KeptBid,
  onProgress: OnProgress,
): Promise<KeptBid> {
  const sequence = bid.lastSequence + 1;
  // The number is used up before anything is sealed under it.
  const counted = { ...bid, lastSequence: sequence };
  await vault.put(counted);
  const chance = newChance();
  try {
    const sealer = await Sealer.begin(notice, hash, order.root, sequence, chance);
    const total = Math.ceil(bodySizeOf(notice) / pieceSize);
    for await (const piece of sealer.body(contentOf(order.lots, { notice, hash }))) {
      await vault.putPiece(bid.tender, sequence, piece.index, piece.bytes);
      onProgress(piece.index + 1, total);
    }
    const core = await sealer.core();
    const lots = order.lots.map((each) => each.lot).sort((one, other) => one - other);
    const { creditCode, chain, key } = order.certificate;
    const signature = derSignature(await signWith(key, await toSign(coreBytes(core), lots, order.supersedes)));
    const sheet: IdentitySheet = { members: [{ creditCode, certificates: chain, signature }], lots, supersedes: order.supersedes };
    const sealed = await sealer.finish(core, sheet);
    if (!sealed) throw new BidFault("sheet-full");
    const attempt = {
      sequence,
      nonce: chance.nonce,
      envelopeId: sealed.id,
      header: writeHeader(sealed.header),
      slotSignature: sealed.slotSignature,
      leaves: concat(...sealer.pieceHashes),
    };
    const kept = { ...counted, attempt };
    await vault.put(kept);
    if (bid.attempt) await vault.removePieces(bid.tender, bid.attempt.sequence);
    return kept;
  } catch (error) {
    await vault.removePieces(bid.tender, sequence);
    throw error;
  }
}

function contentOf(lots: readonly LotContent[], { notice }: SignedNotice): Map<number, ByteSource> {
  const content = new Map<number, ByteSource>();
  for (const { lot, statement, qualification, depositProof, technical } of lots) {
    const put = (kind: SectionKind, source: ByteSource) => {
      if (source.size > sizeOfSection(notice, kind) - lengthSize) throw new BidFault("sections-too-long", String(kind));
      content.set(indexOfSection({ lot, kind }, notice.lots), source);
    };
    put(SectionKind.Open, memorySource(writeStatement(statement)));
    put(SectionKind.Qualification, parcelOf([...filesOf(qualification, BidFileRole.Document), ...filesOf(depositProof, BidFileRole.DepositProof)]));
    // 暗标: what a bidder calls its files would name it.
    put(SectionKind.Technical, parcelOf(filesOf(technical, BidFileRole.Document).map((file, at) => ({ ...file, name: `${at + 1}.pdf` }))));
  }
  return content;
}

function filesOf(files: readonly File[], role: BidFileRole): BidFile[] {
  return files.map((file) => ({ role, name: file.name, content: blobSource(file) }));
}
