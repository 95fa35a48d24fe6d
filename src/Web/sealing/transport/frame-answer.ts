import type { Bytes } from "../primitives/bytes";
import { WireReader } from "../wire/wire-reader";
import { type Receipt, readReceipt } from "../record/receipt";

/** What the gateway says to a frame. */
export enum FrameCode {
  Open = 0,
  Stored = 1,
  DeadlinePassed = 2,
  NotNewer = 3,
  NotOfNotice = 4,
  PiecesMissing = 5,
  AnotherPiece = 6,
  NotBegun = 7,
  NoRoom = 8,
  NoticeReplaced = 9,
}

/** The content of an answer. */
export interface FrameAnswer {
  readonly code: FrameCode;
  /** The gateway's clock, UTC Unix milliseconds. */
  readonly at: number;
  readonly details: Bytes;
  /** As it came, to be kept. */
  readonly receiptBytes: Bytes;
  readonly receipt: Receipt | null;
}

export function readFrameAnswer(bytes: Bytes): FrameAnswer | null {
  const reader = new WireReader(bytes);
  const [code, at, details, receiptBytes] = [reader.byte(), reader.instant(), reader.block(), reader.block()];
  const receipt = receiptBytes.length > 0 ? readReceipt(receiptBytes) : null;
  const isGood = reader.isWhole && code in FrameCode && (receipt !== null) === receiptBytes.length > 0;
  return isGood ? { code, at, details, receiptBytes, receipt } : null;
}

/** Which pieces the gateway holds, or null when the details don't say. */
export function readPieces(details: Bytes): boolean[] | null {
  const reader = new WireReader(details);
  const count = reader.int();
  const bits = reader.fixed(Math.ceil(count / 8));
  return reader.isWhole ? Array.from({ length: count }, (_, at) => (bits[at >> 3]! & (0x80 >> (at % 8))) !== 0) : null;
}
