import type { Bytes } from "../primitives/bytes";
import { hashSize, sealHash } from "../primitives/seal-hash";
import { WireWriter } from "../wire/wire-writer";
import { type Cosignature, EntryKind, type HolderSignature, type RecordEntry } from "./entry";

/** Entries as bytes: kind ‖ instant ‖ what is said ‖ signatures, one form only. These bytes are the leaves of the tree. */
export function writeEntry(entry: RecordEntry): Bytes {
  const writer = new WireWriter().byte(entry.kind).instant(entry.at);
  writeSaid(writer, entry);
  writeSignatures(writer, entry);
  return writer.toBytes();
}

/** What the signatures of an entry are over: notice, F (32 zeros before there is one), kind and what is said. */
export function entryToSign(noticeHash: Bytes, setRoot: Bytes | null, entry: RecordEntry): Promise<Bytes> {
  const writer = new WireWriter().byte(entry.kind);
  writeSaid(writer, entry);
  return sealHash("record", noticeHash, setRoot ?? new Uint8Array(hashSize), writer.toBytes());
}

export function stampToSign(noticeHash: Bytes, envelopeId: Bytes, at: number): Promise<Bytes> {
  return sealHash("stamp", noticeHash, envelopeId, new WireWriter().instant(at).toBytes());
}

export function cosignatureToSign(noticeHash: Bytes, size: number, root: Bytes, at: number): Promise<Bytes> {
  return sealHash("checkpoint", noticeHash, new WireWriter().int(size).fixed(root).instant(at).toBytes());
}

export function withdrawalIdOf(noticeHash: Bytes, slotPoint: Bytes, sequence: number): Promise<Bytes> {
  return sealHash("withdraw", noticeHash, slotPoint, new WireWriter().int(sequence).toBytes());
}

function writeSaid(writer: WireWriter, entry: RecordEntry): void {
  switch (entry.kind) {
    case EntryKind.NoticePublished:
      writer.block(entry.notice);
      break;
    case EntryKind.Submission:
      writer.byte(entry.submission).fixed(entry.slotPoint).int(entry.sequence).fixed(entry.envelopeId);
      break;
    case EntryKind.Checkpoint:
      writer.int(entry.size).fixed(entry.root);
      break;
    case EntryKind.SetFrozen:
      writer.fixed(entry.root);
      break;
    case EntryKind.SeedRevealed:
      writer.byte(entry.role).fixed(entry.seed);
      break;
    case EntryKind.BidsCounted:
      writer.int(entry.count);
      break;
    case EntryKind.IdentityKeyDelivered:
      writer.byte(entry.role).fixed(entry.digest);
      break;
    case EntryKind.IdentitySecretSent:
      writer.fixed(entry.slotPoint).fixed(entry.digest);
      break;
    case EntryKind.LotsIdentified:
      writeNumbers(writer.byte(entry.role), entry.bidders).fixed(entry.namesHash);
      break;
    case EntryKind.SecretsReleased:
      writeNumbers(writer.fixed(entry.slotPoint), entry.lots).fixed(entry.digest);
      break;
    case EntryKind.ContentKeyPosted:
      writer.byte(entry.role).fixed(entry.scalar);
      break;
    case EntryKind.WindowExtended:
      writer.short(entry.minutes);
      break;
  }
}

function writeSignatures(writer: WireWriter, entry: RecordEntry): void {
  switch (entry.kind) {
    case EntryKind.NoticePublished:
    case EntryKind.SetFrozen:
      writeHolderSignatures(writer, entry.signatures);
      break;
    case EntryKind.Submission:
      writer.fixed(entry.slotSignature).instant(entry.stampedAt).fixed(entry.stamp);
      break;
    case EntryKind.Checkpoint:
      writeCosignatures(writer, entry.cosignatures);
      break;
    case EntryKind.IdentityKeyDelivered:
    case EntryKind.IdentitySecretSent:
    case EntryKind.LotsIdentified:
    case EntryKind.SecretsReleased:
    case EntryKind.ContentKeyPosted:
    case EntryKind.WindowExtended:
      writer.fixed(entry.signature);
      break;
  }
}

function writeNumbers(writer: WireWriter, numbers: readonly number[]): WireWriter {
  writer.byte(numbers.length);
  for (const number of numbers) writer.short(number);
  return writer;
}

function writeHolderSignatures(writer: WireWriter, signatures: readonly HolderSignature[]): void {
  writer.byte(signatures.length);
  for (const { role, signature } of signatures) writer.byte(role).fixed(signature);
}

function writeCosignatures(writer: WireWriter, cosignatures: readonly Cosignature[]): void {
  writer.byte(cosignatures.length);
  for (const { role, at, signature } of cosignatures) writer.byte(role).instant(at).fixed(signature);
}
