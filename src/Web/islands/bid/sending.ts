import { type Bytes, concat } from "../../sealing/primitives/bytes";
import { signWith } from "../../sealing/primitives/seal-key";
import { SubmissionKind } from "../../sealing/record/entry";
import { withdrawalIdOf } from "../../sealing/record/entry-codec";
import { ReceiptStanding, checkReceipt } from "../../sealing/record/receipt";
import { FrameVerb } from "../../sealing/transport/frame";
import { type FrameAnswer, FrameCode, readPieces } from "../../sealing/transport/frame-answer";
import { BidFault } from "./bid-fault";
import type { BidVault, KeptAttempt, KeptBid, KeptReceipt } from "./bid-vault";
import { Gateway, type OnWaiting, pauseOf } from "./gateway";
import type { SignedNotice, TenderSite } from "./tender-site";

export type OnProgress = (done: number, total: number) => void;

const none: Bytes = new Uint8Array();
const framesAtOnce = 2;

/** Between two questions whether the notary has stamped. */
const secondsBetweenAsking = 2;

/** So often a new receipt is asked for again until a checkpoint covers it; a stamped one is a receipt too. */
const asksForCheckpoint = 10;

/**
 * Sends what is sealed and kept, from wherever an earlier sending stopped: the gateway says which pieces it has. Ends when the receipt is
 * there and proves itself.
 */
export class Sending {
  private readonly gateway: Gateway;

  constructor(
    site: TenderSite,
    private readonly signed: SignedNotice,
    private readonly vault: BidVault,
    private readonly bid: KeptBid,
    onWaiting: OnWaiting,
  ) {
    this.gateway = new Gateway(site, signed, bid, onWaiting);
  }

  async send(attempt: KeptAttempt, onProgress: OnProgress, onConfirming: () => void): Promise<KeptReceipt> {
    const { sequence } = attempt;
    let answer = await this.ask(FrameVerb.Status, sequence, 0, none);
    if (answer.code === FrameCode.NotBegun) answer = await this.ask(FrameVerb.Begin, sequence, attempt.leaves.length / 32, attempt.leaves);
    while (answer.code !== FrameCode.Stored) {
      await this.pieces(attempt, answer, onProgress);
      onConfirming();
      answer = await this.ask(FrameVerb.Commit, sequence, 0, concat(attempt.header, attempt.slotSignature));
      if (answer.code === FrameCode.Open) answer = await this.stored(sequence);
    }
    return this.receipt(answer, sequence, SubmissionKind.Commit, attempt.envelopeId, attempt.nonce);
  }

  /** Ends the slot: the newest sequence and one more. */
  async withdraw(): Promise<KeptReceipt> {
    const sequence = this.bid.lastSequence + 1;
    const id = await withdrawalIdOf(this.signed.hash, this.bid.slotPoint, sequence);
    let answer = await this.ask(FrameVerb.Withdraw, sequence, 0, await signWith(this.bid.slotKey, id));
    if (answer.code !== FrameCode.Stored) answer = await this.stored(sequence);
    return this.receipt(answer, sequence, SubmissionKind.Withdraw, id, none);
  }

  /** The receipt of a stored submission again, with a newer checkpoint once there is one. */
  async renew(kept: KeptReceipt): Promise<KeptReceipt> {
    const answer = await this.ask(FrameVerb.Status, kept.sequence, 0, none);
    return answer.code === FrameCode.Stored ? this.receipt(answer, kept.sequence, kept.submission, kept.envelopeId, kept.nonce, 0) : kept;
  }

  private async pieces(attempt: KeptAttempt, answer: FrameAnswer, onProgress: OnProgress): Promise<void> {
    const held = readPieces(answer.details) ?? [];
    const count = attempt.leaves.length / 32;
    const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !held[index]);
    let done = count - missing.length;
    onProgress(done, count);
    const next = missing.values();
    const sendNext = async (): Promise<void> => {
      for (const index of next) {
        const piece = await this.vault.piece(this.bid.tender, attempt.sequence, index);
        if (!piece) throw new BidFault("files-changed", "piece");
        const taken = await this.ask(FrameVerb.Chunk, attempt.sequence, index, piece);
        if (taken.code === FrameCode.AnotherPiece) throw new BidFault("refused", "piece");
        onProgress(++done, count);
      }
    };
    await Promise.all(Array.from({ length: framesAtOnce }, sendNext));
  }

  private async stored(sequence: number): Promise<FrameAnswer> {
    for (;;) {
      const answer = await this.ask(FrameVerb.Status, sequence, 0, none);
      if (answer.code !== FrameCode.Open) return answer;
      await pauseOf(secondsBetweenAsking);
    }
  }

  private async receipt(
    first: FrameAnswer,
    sequence: number,
    submission: SubmissionKind,
    envelopeId: Bytes,
    nonce: Bytes,
    asks = asksForCheckpoint,
  ): Promise<KeptReceipt> {
    const expected = { envelopeId, slotPoint: this.bid.slotPoint, sequence };
    for (let [answer, left] = [first, asks]; ; left--) {
      if (!answer.receipt) throw new BidFault("receipt", "missing");
      const standing = await checkReceipt(answer.receipt, expected, this.signed.notice, this.signed.hash);
      if (standing !== ReceiptStanding.Stamped && standing !== ReceiptStanding.Final) throw new BidFault("receipt", standing);
      if (standing === ReceiptStanding.Final || left === 0) return { sequence, submission, envelopeId, nonce, bytes: answer.receiptBytes };
      await pauseOf(secondsBetweenAsking);
      answer = await this.ask(FrameVerb.Status, sequence, 0, none);
    }
  }

  private async ask(verb: FrameVerb, sequence: number, index: number, data: Bytes): Promise<FrameAnswer> {
    const answer = await this.gateway.ask(verb, sequence, index, data);
    switch (answer.code) {
      case FrameCode.DeadlinePassed:
        throw new BidFault("deadline");
      case FrameCode.NotNewer:
        throw new BidFault("not-newer");
      case FrameCode.NotOfNotice:
        throw new BidFault("not-of-notice");
      case FrameCode.NoRoom:
        throw new BidFault("no-room");
      case FrameCode.NoticeReplaced:
        throw new BidFault("notice-replaced");
      default:
        return answer;
    }
  }
}
