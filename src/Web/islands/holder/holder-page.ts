import { type Bytes, concat, equal, hex, random } from "../../sealing/primitives/bytes";
import { sha256 } from "../../sealing/primitives/digest";
import { readRecoveryFile, recoverySaltSize, writeRecoveryFile } from "../../sealing/envelopes/recovery-file";
import { HolderKeys } from "../../sealing/holders/holder-keys";
import { type HolderRole, holderOf, noticeHashOf } from "../../sealing/notices/notice";
import { readNotice, writeNotice } from "../../sealing/notices/notice-codec";
import { EntryKind, type RecordEntry, type SetFrozen } from "../../sealing/record/entry";
import { entryToSign, writeEntry } from "../../sealing/record/entry-codec";
import { AlertBox, type Complaint } from "../bid/alert-box";
import { BidFault } from "../bid/bid-fault";
import type { TenderSite } from "../bid/tender-site";
import { Words, download, the } from "../bid/words";

/**
 * 保管钥匙: a holder makes its keys, keeps their file, registers them, signs the notice and, in its turn, gives the content key away. Nothing is kept in
 * the browser: every step after the first opens the file.
 */
export class HolderPage {
  private readonly words: Words;
  private readonly alerts: AlertBox;
  private made: { role: HolderRole; file: Bytes } | null = null;
  private keys: HolderKeys | null = null;

  constructor(
    private readonly page: HTMLElement,
    private readonly tender: string,
    private readonly site: TenderSite,
  ) {
    this.words = new Words(page);
    this.alerts = new AlertBox(page, this.words);
    this.on("[data-make]", () => this.make());
    this.on("[data-again]", () => Promise.resolve(this.save()));
    this.on("[data-open]", () => this.open());
    this.on("[data-register]", () => this.register());
    this.on("[data-sign]", () => this.sign());
    this.on("[data-give]", () => this.give());
    the(page, "[data-work]").hidden = false;
  }

  private on(selector: string, action: () => Promise<void>): void {
    the(this.page, selector).addEventListener("click", () => {
      this.alerts.clear();
      action().catch((error: unknown) => this.alerts.fault(BidFault.of(error)));
    });
  }

  private get role(): HolderRole {
    return Number(the<HTMLSelectElement>(this.page, "#role").value);
  }

  private ask(word: string, control: string): void {
    this.alerts.show([{ words: this.words.of(`ask.${word}`), control } satisfies Complaint]);
  }

  private async make(): Promise<void> {
    const [first, again] = ["#passphrase", "#passphrase-again"].map((id) => the<HTMLInputElement>(this.page, id).value);
    if (first!.length < Number(this.page.dataset["fewest"])) return this.ask("passphrase-short", "passphrase");
    if (first !== again) return this.ask("passphrase-differs", "passphrase-again");
    const file = await writeRecoveryFile(random(32), await HolderKeys.fileOf(this.tender, this.role), first!, random(recoverySaltSize));
    this.made = { role: this.role, file };
    this.save();
    the(this.page, "[data-again]").hidden = false;
  }

  private save(): void {
    if (this.made) download(this.made.file, `${this.tender}-${this.made.role}.holder-keys`);
  }

  /** The file, not what is in memory: who can't open the file has no keys. */
  private async open(): Promise<void> {
    const file = the<HTMLInputElement>(this.page, "#keys-file").files?.[0];
    if (!file) return this.ask("keys-file", "keys-file");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readRecoveryFile(bytes, await HolderKeys.fileOf(this.tender, this.role), the<HTMLInputElement>(this.page, "#keys-passphrase").value);
    if ("fault" in read) return this.alerts.fault({ code: "unexpected", detail: read.fault });
    this.keys = await HolderKeys.of(this.tender, this.role, read.root);
    the(this.page, "[data-fingerprint]").textContent = hex(await sha256(this.keys.signing.point));
    the(this.page, "[data-opened]").hidden = false;
  }

  private async register(): Promise<void> {
    const code = the<HTMLInputElement>(this.page, "#code").value.trim();
    const body = await this.opened().enrolment();
    const answer = await fetch(`${this.site.address}/holders`, { method: "POST", body, headers: { "Content-Type": "application/octet-stream", "X-Holder-Code": code } });
    await this.said(answer, "registered");
  }

  /** Signs the draft only when it pins this holder's own keys; everything else in it the holder reads on the tender's page. */
  private async sign(): Promise<void> {
    const keys = this.opened();
    const draft = readNotice(await this.site.bytes("notice-draft"));
    const own = draft && holderOf(draft, keys.role);
    if (!draft || !own || !isOwn(keys, own)) throw new BidFault("notice-unsigned", "not-my-keys");
    const unsigned: RecordEntry = { kind: EntryKind.NoticePublished, at: 0, notice: writeNotice(draft), signatures: [] };
    const signature = await keys.signing.sign(await entryToSign(await noticeHashOf(draft), null, unsigned));
    await this.say({ ...unsigned, signatures: [{ role: keys.role, signature }] }, "signed");
  }

  /** 解锁乙: one scalar opens every bid or none; it goes out signed with F, which the browser takes from the record. */
  private async give(): Promise<void> {
    const keys = this.opened();
    const signed = await this.site.notice();
    const own = holderOf(signed.notice, keys.role);
    if (!own || !isOwn(keys, own)) throw new BidFault("notice-unsigned", "not-my-keys");
    const record = await this.site.record();
    const frozen = record.find((entry): entry is SetFrozen => entry.kind === EntryKind.SetFrozen);
    if (!frozen || record.filter((entry) => entry.kind === EntryKind.LotsIdentified).length < 2) throw new BidFault("release", "not-unlocking");
    const unsigned: RecordEntry = { kind: EntryKind.ContentKeyPosted, at: 0, role: keys.role, scalar: keys.content.scalar, signature: new Uint8Array() };
    const signature = await keys.signing.sign(await entryToSign(signed.hash, frozen.root, unsigned));
    await this.say({ ...unsigned, signature }, "given");
  }

  private opened(): HolderKeys {
    if (!this.keys) throw new BidFault("unexpected", "keys-closed");
    return this.keys;
  }

  private async say(entry: RecordEntry, done: string): Promise<void> {
    await this.said(await this.site.post("entries", concat(writeEntry(entry))), done);
  }

  private async said(answer: Response, done: string): Promise<void> {
    if (!answer.ok) throw new BidFault("refused", await answer.text());
    the(this.page, "[data-said]").textContent = this.words.of(done);
  }
}

function isOwn(keys: HolderKeys, pinned: { signingPoint: Bytes; contentPoint: Bytes; identityPoint: Bytes }): boolean {
  return (
    equal(keys.signing.point, pinned.signingPoint) && equal(keys.content.point, pinned.contentPoint) && equal(keys.identity.point, pinned.identityPoint)
  );
}
