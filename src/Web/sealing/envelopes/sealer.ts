import { type Bytes, concat, random, utf8 } from "../primitives/bytes";
import { type ByteSource, encryptChunks, sealedSizeOf } from "../primitives/chunked-encryption";
import { deriveKeyPair, sealOnce } from "../primitives/hpke";
import { rootOf } from "../primitives/merkle";
import { memorySource } from "../primitives/sources";
import { type Notice, sizeOfSection } from "../notices/notice";
import { AttemptSecrets, attemptNonceSize, commitHolder, commitIdentity, commitSection, contentKeyOf } from "./attempt-secrets";
import { type EnvelopeCore, type EnvelopeHeader, envelopeIdOf, recoverySlots } from "./envelope-header";
import { ShareKind, dealShares } from "./holder-shares";
import { type IdentitySheet, sealSheet } from "./identity-sheet";
import { PaddedSection } from "./padded-section";
import { type BodyPiece, piecesOf } from "./piece-assembler";
import { type SectionId, allSections, indexOfSection } from "./section";

/** What is random in one sealing attempt. Nothing of it is used twice; `holderSecret` is forgotten afterwards. */
export interface SealingChance {
  /** 16 bytes. */
  readonly nonce: Bytes;
  /** `s_h`, 32 bytes. */
  readonly holderSecret: Bytes;
  /** Two of 32 bytes: the ephemeral keys of the recovery slots. */
  readonly recoverySeeds: readonly Bytes[];
  /** Two of 32 bytes: the recipients of recovery slots that nobody is to open. */
  readonly fillers: readonly Bytes[];
}

/** Data of the sections that are bid for; the others are sealed empty. */
export type BidContent = ReadonlyMap<number, ByteSource>;

/** An envelope as it is submitted; the body's pieces went to the caller. */
export interface SealedEnvelope {
  readonly header: EnvelopeHeader;
  readonly id: Bytes;
  /** Over the id, by the slot key. */
  readonly slotSignature: Bytes;
}

export function newChance(): SealingChance {
  return {
    nonce: random(attemptNonceSize),
    holderSecret: random(32),
    recoverySeeds: [random(32), random(32)],
    fillers: [random(32), random(32)],
  };
}

/** The one size of a tender's bodies. */
export function bodySizeOf(notice: Notice): number {
  return allSections(notice.lots).reduce((sum, section) => sum + sealedSizeOf(sizeOfSection(notice, section.kind)), 0);
}

/** Makes an envelope in two steps: the body first, then, with the signatures over the core, the header. */
export class Sealer {
  private readonly leaves: Bytes[] = [];

  private constructor(
    private readonly notice: Notice,
    private readonly noticeHash: Bytes,
    private readonly root: Bytes,
    private readonly sequence: number,
    private readonly chance: SealingChance,
    readonly secrets: AttemptSecrets,
  ) {}

  static async begin(notice: Notice, noticeHash: Bytes, root: Bytes, sequence: number, chance: SealingChance): Promise<Sealer> {
    const secrets = await AttemptSecrets.of(root, noticeHash, sequence, chance.nonce);
    return new Sealer(notice, noticeHash, root, sequence, chance, secrets);
  }

  /** Encrypts every section, given ones and empty ones; the pieces of the body come in order. */
  async *body(content: BidContent): AsyncGenerator<BodyPiece, void> {
    for await (const piece of piecesOf(this.sections(content))) {
      this.leaves.push(piece.leaf);
      yield piece;
    }
  }

  /** Leaf hashes of the pieces so far. */
  get pieceHashes(): readonly Bytes[] {
    return this.leaves;
  }

  /** The core, once the body has been made: what the organisations sign. */
  async core(): Promise<EnvelopeCore> {
    const { base, identity, slot } = this.secrets;
    return {
      noticeHash: this.noticeHash,
      slotPoint: slot.point,
      sequence: this.sequence,
      nonce: this.chance.nonce,
      holderCommitment: await commitHolder(base, this.chance.holderSecret),
      identityCommitment: await commitIdentity(base, identity),
      sectionCommitments: await Promise.all(
        allSections(this.notice.lots).map(async (section) => commitSection(base, section, await this.secrets.section(section))),
      ),
      bodyRoot: await rootOf(this.leaves),
    };
  }

  /** Seals the sheet, deals the shares, and signs with the slot key; null when the sheet's certificates are too many. */
  async finish(core: EnvelopeCore, sheet: IdentitySheet, recoveryPoints: readonly Bytes[] = []): Promise<SealedEnvelope | null> {
    const { base, identity, slot } = this.secrets;
    const sealedSheet = await sealSheet(sheet, base, identity);
    if (!sealedSheet) return null;
    const header: EnvelopeHeader = {
      ...core,
      sheet: sealedSheet,
      contentShares: await dealShares(this.notice, ShareKind.Content, base, this.chance.holderSecret),
      identityShares: await dealShares(this.notice, ShareKind.Identity, base, identity),
      recovery: await Promise.all(Array.from({ length: recoverySlots }, (_, at) => this.recoverySlot(at, recoveryPoints))),
    };
    const id = await envelopeIdOf(header);
    return { header, id, slotSignature: await slot.sign(id) };
  }

  private async *sections(content: BidContent): AsyncGenerator<Bytes, void> {
    for (const section of allSections(this.notice.lots)) {
      const data = content.get(indexOfSection(section, this.notice.lots)) ?? memorySource(new Uint8Array());
      const { key, salt } = await this.keyOf(section);
      yield* encryptChunks(key, salt, this.secrets.base, new PaddedSection(data, sizeOfSection(this.notice, section.kind)));
    }
  }

  private async keyOf(section: SectionId): Promise<{ key: Bytes; salt: Bytes }> {
    return contentKeyOf(this.secrets.base, section, await this.secrets.section(section), this.chance.holderSecret);
  }

  private async recoverySlot(slot: number, recipients: readonly Bytes[]): Promise<Bytes> {
    const recipient = recipients[slot] ?? (await deriveKeyPair(this.chance.fillers[slot]!)).point;
    const info = concat(utf8("recovery"), Uint8Array.of(slot), this.secrets.base);
    return sealOnce(recipient, await deriveKeyPair(this.chance.recoverySeeds[slot]!), info, this.root);
  }
}
