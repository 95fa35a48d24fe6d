import type { Bytes } from "../primitives/bytes";

/** 开标一览 read out at the opening, 资格文件 for post-qualification, 技术暗标 for the blind scoring. */
export enum SectionKind {
  Open = 1,
  Qualification = 2,
  Technical = 3,
}

/** One section of one lot; lots count from 0. */
export interface SectionId {
  readonly lot: number;
  readonly kind: SectionKind;
}

const kinds = [SectionKind.Open, SectionKind.Qualification, SectionKind.Technical];

/** Every section of a tender in the order of bodies and of commitments: kind by kind. */
export function allSections(lots: number): SectionId[] {
  return kinds.flatMap((kind) => Array.from({ length: lots }, (_, lot) => ({ lot, kind })));
}

/** The three sections of one lot. */
export function sectionsOfLot(lot: number): SectionId[] {
  return kinds.map((kind) => ({ lot, kind }));
}

/** `l ‖ p`, three bytes. */
export function sectionBytes({ lot, kind }: SectionId): Bytes {
  return Uint8Array.of(lot >> 8, lot & 0xff, kind);
}

/** Where the section stands in the order of all. */
export function indexOfSection({ lot, kind }: SectionId, lots: number): number {
  return (kind - 1) * lots + lot;
}
