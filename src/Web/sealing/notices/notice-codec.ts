import type { Bytes } from "../primitives/bytes";
import { hashSize } from "../primitives/seal-hash";
import { isPoint, pointSize } from "../primitives/seal-key";
import { WireReader } from "../wire/wire-reader";
import { WireWriter } from "../wire/wire-writer";
import { type Holder, type Notice, protocolVersion } from "./notice";

const roles = 4;
const mostLots = 64;
const leastSection = 8;

export function writeNotice(notice: Notice): Bytes {
  const { sizes, windows } = notice;
  const writer = new WireWriter()
    .byte(protocolVersion)
    .text(notice.tender)
    .short(notice.version)
    .byte(notice.isReseal ? 1 : 0)
    .fixed(notice.documentsHash)
    .fixed(notice.formulaHash)
    .short(notice.lots)
    .int(sizes.open)
    .int(sizes.qualification)
    .int(sizes.technical)
    .instant(notice.deadline)
    .short(windows.freeze)
    .short(windows.count)
    .short(windows.identify)
    .short(windows.identifyReserve)
    .short(windows.release)
    .short(windows.unlock);
  for (const holder of notice.holders) {
    writer
      .byte(holder.role)
      .text(holder.name)
      .fixed(holder.certificateHash)
      .fixed(holder.signingPoint)
      .fixed(holder.contentPoint)
      .fixed(holder.identityPoint)
      .fixed(holder.dummyCommitment);
  }
  writer
    .short(notice.dummyRange)
    .fixed(notice.relayHash)
    .fixed(notice.gatewayPoint)
    .fixed(notice.pageHash)
    .fixed(notice.sealerHash)
    .short(notice.trustedRoots.length);
  for (const root of notice.trustedRoots) writer.fixed(root);
  return writer.toBytes();
}

/** The notice in the bytes, one form only; what doesn't parse, or makes no sense, is null. */
export function readNotice(bytes: Bytes): Notice | null {
  const reader = new WireReader(bytes);
  const isOurs = reader.byte() === protocolVersion;
  const [tender, version, reseal] = [reader.text(), reader.short(), reader.byte()];
  const notice: Notice = {
    tender,
    version,
    isReseal: reseal === 1,
    documentsHash: reader.fixed(hashSize),
    formulaHash: reader.fixed(hashSize),
    lots: reader.short(),
    sizes: { open: reader.int(), qualification: reader.int(), technical: reader.int() },
    deadline: reader.instant(),
    windows: {
      freeze: reader.short(),
      count: reader.short(),
      identify: reader.short(),
      identifyReserve: reader.short(),
      release: reader.short(),
      unlock: reader.short(),
    },
    holders: Array.from({ length: roles }, () => readHolder(reader)),
    dummyRange: reader.short(),
    relayHash: reader.fixed(hashSize),
    gatewayPoint: reader.fixed(pointSize),
    pageHash: reader.fixed(hashSize),
    sealerHash: reader.fixed(hashSize),
    trustedRoots: readRoots(reader),
  };
  return isOurs && reseal <= 1 && reader.isWhole && makesSense(notice) ? notice : null;
}

function readHolder(reader: WireReader): Holder {
  return {
    role: reader.byte(),
    name: reader.text(),
    certificateHash: reader.fixed(hashSize),
    signingPoint: reader.fixed(pointSize),
    contentPoint: reader.fixed(pointSize),
    identityPoint: reader.fixed(pointSize),
    dummyCommitment: reader.fixed(hashSize),
  };
}

function readRoots(reader: WireReader): Bytes[] {
  const found: Bytes[] = [];
  for (let left = reader.short(); left > 0 && !reader.hasFailed; left--) found.push(reader.fixed(hashSize));
  return found;
}

function makesSense(notice: Notice): boolean {
  const { sizes } = notice;
  return (
    notice.holders.every(
      (holder, at) => holder.role === at + 1 && isPoint(holder.signingPoint) && isPoint(holder.contentPoint) && isPoint(holder.identityPoint),
    ) &&
    notice.lots >= 1 &&
    notice.lots <= mostLots &&
    notice.version >= 1 &&
    notice.dummyRange >= 1 &&
    Math.min(sizes.open, sizes.qualification, sizes.technical) > leastSection &&
    isPoint(notice.gatewayPoint)
  );
}
