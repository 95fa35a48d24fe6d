import type { Bytes } from "../primitives/bytes";
import { hashSize } from "../primitives/seal-hash";
import { pointSize, scalarSize, signatureSize } from "../primitives/seal-key";
import { WireReader } from "../wire/wire-reader";
import { type Cosignature, EntryKind, type HolderSignature, type RecordEntry } from "./entry";

/** The entry in the bytes; null for bytes that are none, and for the kinds after the opening, which a browser has no use for. */
export function readEntry(bytes: Bytes): RecordEntry | null {
  const reader = new WireReader(bytes);
  const kind = reader.byte();
  const entry = readSaid(reader, kind, reader.instant());
  return reader.isWhole ? entry : null;
}

function readSaid(reader: WireReader, kind: EntryKind, at: number): RecordEntry | null {
  switch (kind) {
    case EntryKind.NoticePublished:
      return { kind, at, notice: reader.block(), signatures: signatures(reader) };
    case EntryKind.Submission:
      return {
        kind,
        at,
        submission: reader.byte(),
        slotPoint: reader.fixed(pointSize),
        sequence: reader.int(),
        envelopeId: reader.fixed(hashSize),
        slotSignature: reader.fixed(signatureSize),
        stampedAt: reader.instant(),
        stamp: reader.fixed(signatureSize),
      };
    case EntryKind.Checkpoint:
      return { kind, at, size: reader.int(), root: reader.fixed(hashSize), cosignatures: cosignatures(reader) };
    case EntryKind.SetFrozen:
      return { kind, at, root: reader.fixed(hashSize), signatures: signatures(reader) };
    case EntryKind.SeedRevealed:
      return { kind, at, role: reader.byte(), seed: reader.fixed(hashSize) };
    case EntryKind.BidsCounted:
      return { kind, at, count: reader.int() };
    case EntryKind.IdentityKeyDelivered:
      return { kind, at, role: reader.byte(), digest: reader.fixed(hashSize), signature: reader.fixed(signatureSize) };
    case EntryKind.IdentitySecretSent:
      return { kind, at, slotPoint: reader.fixed(pointSize), digest: reader.fixed(hashSize), signature: reader.fixed(signatureSize) };
    case EntryKind.LotsIdentified:
      return { kind, at, role: reader.byte(), bidders: numbers(reader), namesHash: reader.fixed(hashSize), signature: reader.fixed(signatureSize) };
    case EntryKind.SecretsReleased:
      return {
        kind,
        at,
        slotPoint: reader.fixed(pointSize),
        lots: numbers(reader),
        digest: reader.fixed(hashSize),
        signature: reader.fixed(signatureSize),
      };
    case EntryKind.ContentKeyPosted:
      return { kind, at, role: reader.byte(), scalar: reader.fixed(scalarSize), signature: reader.fixed(signatureSize) };
    case EntryKind.WindowExtended:
      return { kind, at, minutes: reader.short(), signature: reader.fixed(signatureSize) };
    case EntryKind.TenderOpened:
    case EntryKind.TenderFailed:
      return { kind, at };
    default:
      return null;
  }
}

function numbers(reader: WireReader): number[] {
  const found: number[] = [];
  for (let left = reader.byte(); left > 0 && !reader.hasFailed; left--) found.push(reader.short());
  return found;
}

function signatures(reader: WireReader): HolderSignature[] {
  const found: HolderSignature[] = [];
  for (let left = reader.byte(); left > 0 && !reader.hasFailed; left--) found.push({ role: reader.byte(), signature: reader.fixed(signatureSize) });
  return found;
}

function cosignatures(reader: WireReader): Cosignature[] {
  const found: Cosignature[] = [];
  for (let left = reader.byte(); left > 0 && !reader.hasFailed; left--) {
    found.push({ role: reader.byte(), at: reader.instant(), signature: reader.fixed(signatureSize) });
  }
  return found;
}
