import { tagSize } from "../primitives/aes-gcm";
import { type Bytes, equal, isZero } from "../primitives/bytes";
import { hashSize, sealHash } from "../primitives/seal-hash";
import { isPoint, pointSize } from "../primitives/seal-key";
import { WireReader } from "../wire/wire-reader";
import { WireWriter } from "../wire/wire-writer";
import { type Notice, protocolVersion } from "../notices/notice";
import { attemptNonceSize } from "./attempt-secrets";
import { shareSize } from "./holder-shares";

/** The plain identity sheet with its zeros. */
export const sheetSize = 16 * 1024;
export const sealedSheetSize = sheetSize + tagSize;
export const tokenSize = 256;
export const recoverySlots = 2;

const suite = 1;
const holderCount = 4;

/** What the organisations of a bid sign, before there is a sheet. */
export interface EnvelopeCore {
  readonly noticeHash: Bytes;
  readonly slotPoint: Bytes;
  /** 1, 2, 3 … in one slot; the highest counts. */
  readonly sequence: number;
  readonly nonce: Bytes;
  /** `c_h`, `c_id`, and one of every section in the order of all. */
  readonly holderCommitment: Bytes;
  readonly identityCommitment: Bytes;
  readonly sectionCommitments: readonly Bytes[];
  /** RFC 6962 root over the body's pieces of 256 KiB. */
  readonly bodyRoot: Bytes;
}

/** What an envelope shows to everybody, of one size per tender: `core ‖ sheet ‖ 8 shares ‖ 2 recovery ‖ token`. */
export interface EnvelopeHeader extends EnvelopeCore {
  readonly sheet: Bytes;
  readonly contentShares: readonly Bytes[];
  readonly identityShares: readonly Bytes[];
  readonly recovery: readonly Bytes[];
}

export function coreBytes(core: EnvelopeCore): Bytes {
  const writer = new WireWriter()
    .byte(protocolVersion)
    .byte(suite)
    .fixed(core.noticeHash)
    .fixed(core.slotPoint)
    .int(core.sequence)
    .fixed(core.nonce)
    .fixed(core.holderCommitment)
    .fixed(core.identityCommitment);
  for (const commitment of core.sectionCommitments) writer.fixed(commitment);
  return writer.fixed(core.bodyRoot).toBytes();
}

export function writeHeader(header: EnvelopeHeader): Bytes {
  const writer = new WireWriter().fixed(coreBytes(header)).fixed(header.sheet);
  for (const part of [...header.contentShares, ...header.identityShares, ...header.recovery]) writer.fixed(part);
  return writer.fixed(new Uint8Array(tokenSize)).toBytes();
}

/** `env_id`. */
export function envelopeIdOf(header: EnvelopeHeader): Promise<Bytes> {
  return sealHash("env", writeHeader(header));
}

/** The header in the bytes, or null when they aren't one of the notice's. */
export function readHeader(notice: Notice, noticeHash: Bytes, bytes: Bytes): EnvelopeHeader | null {
  const reader = new WireReader(bytes);
  const [version, suiteRead] = [reader.byte(), reader.byte()];
  const header: EnvelopeHeader = {
    noticeHash: reader.fixed(hashSize),
    slotPoint: reader.fixed(pointSize),
    sequence: reader.int(),
    nonce: reader.fixed(attemptNonceSize),
    holderCommitment: reader.fixed(hashSize),
    identityCommitment: reader.fixed(hashSize),
    sectionCommitments: reader.list(notice.lots * 3, hashSize),
    bodyRoot: reader.fixed(hashSize),
    sheet: reader.fixed(sealedSheetSize),
    contentShares: reader.list(holderCount, shareSize),
    identityShares: reader.list(holderCount, shareSize),
    recovery: reader.list(recoverySlots, shareSize),
  };
  const token = reader.fixed(tokenSize);
  const isGood =
    version === protocolVersion &&
    suiteRead === suite &&
    reader.isWhole &&
    isZero(token) &&
    header.sequence >= 1 &&
    isPoint(header.slotPoint) &&
    equal(header.noticeHash, noticeHash);
  return isGood ? header : null;
}
