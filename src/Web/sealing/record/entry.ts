import type { Bytes } from "../primitives/bytes";
import type { HolderRole } from "../notices/notice";

/** The kinds of a record's entries up to the opening, by their number on the wire. */
export enum EntryKind {
  NoticePublished = 1,
  Submission = 2,
  Checkpoint = 3,
  SetFrozen = 4,
  SeedRevealed = 5,
  BidsCounted = 6,
  IdentityKeyDelivered = 7,
  IdentitySecretSent = 8,
  LotsIdentified = 9,
  SecretsReleased = 10,
  ContentKeyPosted = 11,
  WindowExtended = 12,
  TenderOpened = 13,
  TenderFailed = 14,
}

export enum SubmissionKind {
  Commit = 1,
  Withdraw = 2,
}

/** A holder's word: 64 bytes by its signing key. */
export interface HolderSignature {
  readonly role: HolderRole;
  readonly signature: Bytes;
}

/** A holder saw the tree at this instant of its own clock. */
export interface Cosignature extends HolderSignature {
  readonly at: number;
}

interface Entry<Kind extends EntryKind> {
  readonly kind: Kind;
  /** When the platform took it in, UTC Unix milliseconds. */
  readonly at: number;
}

export interface NoticePublished extends Entry<EntryKind.NoticePublished> {
  readonly notice: Bytes;
  readonly signatures: readonly HolderSignature[];
}

/** A bid whose body is complete, or a withdrawal: one shape. */
export interface Submission extends Entry<EntryKind.Submission> {
  readonly submission: SubmissionKind;
  readonly slotPoint: Bytes;
  readonly sequence: number;
  readonly envelopeId: Bytes;
  readonly slotSignature: Bytes;
  /** When the notary saw the id, by its own clock, with its signature. */
  readonly stampedAt: number;
  readonly stamp: Bytes;
}

/** The tree over the `size` entries before this one. */
export interface Checkpoint extends Entry<EntryKind.Checkpoint> {
  readonly size: number;
  readonly root: Bytes;
  readonly cosignatures: readonly Cosignature[];
}

/** 冻结: the root F of the accepted bids, signed by three holders or more. */
export interface SetFrozen extends Entry<EntryKind.SetFrozen> {
  readonly root: Bytes;
  readonly signatures: readonly HolderSignature[];
}

export interface SeedRevealed extends Entry<EntryKind.SeedRevealed> {
  readonly role: HolderRole;
  readonly seed: Bytes;
}

export interface BidsCounted extends Entry<EntryKind.BidsCounted> {
  readonly count: number;
}

export interface IdentityKeyDelivered extends Entry<EntryKind.IdentityKeyDelivered> {
  readonly role: HolderRole;
  readonly digest: Bytes;
  readonly signature: Bytes;
}

export interface IdentitySecretSent extends Entry<EntryKind.IdentitySecretSent> {
  readonly slotPoint: Bytes;
  readonly digest: Bytes;
  readonly signature: Bytes;
}

/** 识别, by supervisor or notary: how many organisations bid for each lot, and the salted hash of their list. */
export interface LotsIdentified extends Entry<EntryKind.LotsIdentified> {
  readonly role: HolderRole;
  readonly bidders: readonly number[];
  readonly namesHash: Bytes;
  readonly signature: Bytes;
}

/** 解锁甲: a bidder released its secrets of these lots; the record keeps their digest. */
export interface SecretsReleased extends Entry<EntryKind.SecretsReleased> {
  readonly slotPoint: Bytes;
  readonly lots: readonly number[];
  readonly digest: Bytes;
  readonly signature: Bytes;
}

/** 解锁乙: `ck_h`. */
export interface ContentKeyPosted extends Entry<EntryKind.ContentKeyPosted> {
  readonly role: HolderRole;
  readonly scalar: Bytes;
  readonly signature: Bytes;
}

export interface WindowExtended extends Entry<EntryKind.WindowExtended> {
  readonly minutes: number;
  readonly signature: Bytes;
}

export type RecordEntry =
  | NoticePublished
  | Submission
  | Checkpoint
  | SetFrozen
  | SeedRevealed
  | BidsCounted
  | IdentityKeyDelivered
  | IdentitySecretSent
  | LotsIdentified
  | SecretsReleased
  | ContentKeyPosted
  | WindowExtended
  | Entry<EntryKind.TenderOpened>
  | Entry<EntryKind.TenderFailed>;
