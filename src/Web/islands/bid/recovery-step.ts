import { type Bytes, equal, random } from "../../sealing/primitives/bytes";
import { slotOf } from "../../sealing/envelopes/attempt-secrets";
import { readRecoveryFile, recoverySaltSize, writeRecoveryFile } from "../../sealing/envelopes/recovery-file";
import type { AlertBox } from "./alert-box";
import { BidFault } from "./bid-fault";
import type { BidVault, KeptBid } from "./bid-vault";
import { isEnded } from "./releasing";
import type { SignedNotice } from "./tender-site";
import { type Words, download, the } from "./words";

/**
 * 恢复文件: made under a passphrase, downloaded, and loaded back before anything can be sealed. The root is in memory from the moment the file has been
 * opened until the page is left.
 */
export class RecoveryStep {
  root: Bytes | null = null;

  constructor(
    private readonly page: HTMLElement,
    private readonly tender: string,
    private readonly signed: SignedNotice,
    private readonly vault: BidVault,
    private readonly words: Words,
    private readonly alerts: AlertBox,
  ) {
    this.on("[data-make-recovery]", () => this.make());
    this.on("[data-test-recovery]", () => this.test());
    this.on("[data-save-recovery]", () => this.save());
    this.on("[data-new-recovery]", async () => this.turnTo("new"));
  }

  private on(selector: string, action: () => Promise<void>): void {
    the(this.page, selector).addEventListener("click", () => {
      action().catch((error: unknown) => this.alerts.fault(BidFault.of(error)));
    });
  }

  /** What comes next for the bid that this browser keeps. */
  show(kept: KeptBid | undefined): void {
    if (isEnded(kept)) this.root = null;
    // A file that nothing was sealed with yet may be given up for another.
    the(this.page, "[data-new-recovery]").hidden = kept === undefined || kept.lastSequence > 0;
    this.turnTo(this.root ? "good" : kept && !isEnded(kept) ? "test" : "new");
  }

  /** The root from the file that this browser keeps or from the one given, or null when it doesn't give one; says why. */
  async open(passphrase: string, file?: Bytes): Promise<Bytes | null> {
    const kept = await this.vault.find(this.tender);
    const bytes = file ?? kept?.recoveryFile;
    if (!bytes) return null;
    const read = await readRecoveryFile(bytes, this.signed.hash, passphrase);
    if ("fault" in read) return this.refuse(read.fault);
    return !kept || !equal(kept.noticeHash, this.signed.hash) || (await isRootOf(read.root, kept, this.signed)) ? read.root : this.refuse("another-root");
  }

  private refuse(fault: string): null {
    this.alerts.show([{ words: this.words.of(`fault.${fault}`) }]);
    return null;
  }

  private async make(): Promise<void> {
    const [first, again] = ["#passphrase", "#passphrase-again"].map((id) => the<HTMLInputElement>(this.page, id).value);
    const fewest = Number(this.page.dataset["fewest"]);
    if (first!.length < fewest) return this.alerts.show([{ words: this.words.of("ask.passphrase-short"), control: "passphrase" }]);
    if (first !== again) return this.alerts.show([{ words: this.words.of("ask.passphrase-differs"), control: "passphrase-again" }]);
    this.alerts.clear();
    const root = random(32);
    const slot = await slotOf(root, this.signed.hash);
    this.root = null;
    await this.vault.put({
      tender: this.tender,
      noticeHash: this.signed.hash,
      slotPoint: slot.point,
      slotKey: await slot.signingKey(),
      recoveryFile: await writeRecoveryFile(root, this.signed.hash, first!, random(recoverySaltSize)),
      lastSequence: 0,
      attempt: null,
      receipts: [],
      released: [],
    });
    await this.save();
    this.show(await this.vault.find(this.tender));
  }

  private async save(): Promise<void> {
    const kept = await this.vault.find(this.tender);
    if (kept) download(kept.recoveryFile, `${this.tender}.bid-recovery`);
  }

  private async test(): Promise<void> {
    const file = the<HTMLInputElement>(this.page, "#recovery-file").files?.[0];
    if (!file) return this.alerts.show([{ words: this.words.of("ask.recovery-file"), control: "recovery-file" }]);
    const root = await this.open(the<HTMLInputElement>(this.page, "#recovery-passphrase").value, new Uint8Array(await file.arrayBuffer()));
    if (!root) return;
    this.alerts.clear();
    this.root = root;
    this.turnTo("good");
  }

  private turnTo(state: "new" | "test" | "good"): void {
    for (const part of this.page.querySelectorAll<HTMLElement>("[data-recovery]")) part.hidden = part.dataset["recovery"] !== state;
  }
}

async function isRootOf(root: Bytes, kept: KeptBid, signed: SignedNotice): Promise<boolean> {
  const slot = await slotOf(root, signed.hash);
  return equal(slot.point, kept.slotPoint);
}
