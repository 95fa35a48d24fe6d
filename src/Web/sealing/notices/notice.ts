import type { Bytes } from "../primitives/bytes";
import { sealHash } from "../primitives/seal-hash";
import { SectionKind } from "../envelopes/section";
import { writeNotice } from "./notice-codec";

export const protocolVersion = 1;

/** The four that hold keys, 招标人、代理机构、监督、公证; the number is the x of its shares. */
export enum HolderRole {
  Tenderer = 1,
  Agency = 2,
  Supervisor = 3,
  Notary = 4,
}

/** A holder as the notice pins it: points are 65 bytes, hashes 32. */
export interface Holder {
  readonly role: HolderRole;
  readonly name: string;
  readonly certificateHash: Bytes;
  readonly signingPoint: Bytes;
  readonly contentPoint: Bytes;
  readonly identityPoint: Bytes;
  readonly dummyCommitment: Bytes;
}

/** Sizes of the three sections of a lot, in bytes with the eight of their length: the same for every bid. */
export interface SectionSizes {
  readonly open: number;
  readonly qualification: number;
  readonly technical: number;
}

/** How long the states after the deadline last, in minutes. */
export interface Windows {
  readonly freeze: number;
  readonly count: number;
  readonly identify: number;
  readonly identifyReserve: number;
  readonly release: number;
  readonly unlock: number;
}

/** 招标公告 as the seal needs it: what every envelope is bound to by its hash. */
export interface Notice {
  readonly tender: string;
  readonly version: number;
  readonly isReseal: boolean;
  readonly documentsHash: Bytes;
  readonly formulaHash: Bytes;
  readonly lots: number;
  readonly sizes: SectionSizes;
  /** T, UTC Unix milliseconds. */
  readonly deadline: number;
  readonly windows: Windows;
  /** The four, in the order of their roles. */
  readonly holders: readonly Holder[];
  readonly dummyRange: number;
  readonly relayHash: Bytes;
  readonly gatewayPoint: Bytes;
  readonly pageHash: Bytes;
  readonly sealerHash: Bytes;
  readonly trustedRoots: readonly Bytes[];
}

/** `notice_hash`. */
export function noticeHashOf(notice: Notice): Promise<Bytes> {
  return sealHash("notice", writeNotice(notice));
}

export function holderOf(notice: Notice, role: HolderRole): Holder | undefined {
  return notice.holders[role - 1];
}

export function sizeOfSection(notice: Notice, kind: SectionKind): number {
  switch (kind) {
    case SectionKind.Open:
      return notice.sizes.open;
    case SectionKind.Qualification:
      return notice.sizes.qualification;
    case SectionKind.Technical:
      return notice.sizes.technical;
  }
}
