import { decrypt, encrypt, importAesKey, nonceSize, tagSize } from "../primitives/aes-gcm";
import { type Bytes, concat, utf8 } from "../primitives/bytes";
import { hpkeOverhead, toSend } from "../primitives/hpke";
import { hashSize, sealHash } from "../primitives/seal-hash";
import { type SealKey, pointSize, signWith, signatureSize } from "../primitives/seal-key";
import { WireReader } from "../wire/wire-reader";
import { WireWriter } from "../wire/wire-writer";
import type { Notice } from "../notices/notice";

/** What a client asks of the gateway. */
export enum FrameVerb {
  Begin = 1,
  Chunk = 2,
  Commit = 3,
  Withdraw = 4,
  Status = 5,
}

/** One request through the relay. */
export interface Frame {
  readonly verb: FrameVerb;
  readonly slotPoint: Bytes;
  readonly sequence: number;
  /** Which piece of the body, for a chunk. */
  readonly index: number;
  readonly data: Bytes;
}

/** The most data in one frame: a piece of the body. */
export const mostFrameData = 256 * 1024;
export const answerSize = 4096;

const headSize = 1 + pointSize + 3 * 4;
export const sealedFrameSize = headSize + mostFrameData + signatureSize + hpkeOverhead;

/** A frame on the wire, and what opens its answer. */
export interface SealedFrame {
  readonly sealed: Bytes;
  readonly answerKey: Bytes;
}

/**
 * Always of one size, whatever is asked and however long the data are, signed by the slot key (which signs and can't be read) and sealed
 * to the gateway.
 */
export async function sealFrame(frame: Frame, notice: Notice, noticeHash: Bytes, slotKey: CryptoKey, ephemeral: SealKey): Promise<SealedFrame> {
  if (frame.data.length > mostFrameData) throw new Error(`A frame carries at most ${mostFrameData} bytes.`);
  const padded = new Uint8Array(mostFrameData);
  padded.set(frame.data);
  const said = new WireWriter()
    .byte(frame.verb)
    .fixed(frame.slotPoint)
    .int(frame.sequence)
    .int(frame.index)
    .int(frame.data.length)
    .fixed(padded)
    .toBytes();
  const signature = await signWith(slotKey, await sealHash("frame", noticeHash, said));
  const context = await toSend(notice.gatewayPoint, ephemeral, concat(utf8("gateway"), noticeHash));
  const cipher = await context.seal(new Uint8Array(), concat(said, signature));
  return { sealed: concat(context.encapsulated, cipher), answerKey: await context.export(utf8("answer"), hashSize) };
}

/** An answer of the one size; a key answers once, so the nonce is zero. */
export async function sealAnswer(answerKey: Bytes, answer: Bytes): Promise<Bytes> {
  const plain = new Uint8Array(answerSize - tagSize);
  plain.set(new WireWriter().block(answer).toBytes());
  return encrypt(await importAesKey(answerKey), new Uint8Array(nonceSize), plain);
}

export async function openAnswer(answerKey: Bytes, bytes: Bytes): Promise<Bytes | null> {
  if (bytes.length !== answerSize) return null;
  const plain = await decrypt(await importAesKey(answerKey), new Uint8Array(nonceSize), bytes);
  if (!plain) return null;
  const reader = new WireReader(plain);
  const answer = reader.block();
  return reader.hasFailed ? null : answer;
}
