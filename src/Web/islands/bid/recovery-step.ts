import { type Bytes, random } from "../../sealing/primitives/bytes";
import { slotOf } from "../../sealing/envelopes/attempt-secrets";
import { readRecoveryFile, recoverySaltSize, writeRecoveryFile } from "../../sealing/envelopes/recovery-file";
import type { AlertBox } from "./alert-box";
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
    the(page, "[data-make-recovery]").addEventListener("click", () => void this.make());
    the(page, "[data-test-recovery]").addEventListener("click", () => void this.test());
    the(page, "[data-save-recovery]").addEventListener("click", () => void this.save());
  }

  async show(): Promise<void> {
    const kept = await this.vault.find(this.tender);
    if (isEnded(kept)) this.root = null;
    this.turnTo(this.root ? "good" : kept && !isEnded(kept) ? "test" : "new");
  }

  /** The root from the file that this browser keeps, or null when the passphrase is another one; says so. */
  async open(passphrase: string, file?: Bytes): Promise<Bytes | null> {
    const kept = await this.vault.find(this.tender);
    const bytes = file ?? kept?.recoveryFile;
    if (!kept || !bytes) return null;
    const read = await readRecoveryFile(bytes, this.signed.hash, passphrase);
    const fault = "fault" in read ? read.fault : (await isRootOf(read.root, kept, this.signed)) ? null : "another-root";
    if (fault || !("root" in read)) {
      this.alerts.show([{ words: this.words.of(`fault.${fault}`) }]);
      return null;
    }
    return read.root;
  }

  private async make(): Promise<void> {
    const [first, again] = ["#passphrase", "#passphrase-again"].map((id) => the<HTMLInputElement>(this.page, id).value);
    const fewest = Number(this.page.dataset["fewest"]);
    if (first!.length < fewest) return this.alerts.show([{ words: this.words.of("ask.passphrase-short"), control: "passphrase" }]);
    if (first !== again) return this.alerts.show([{ words: this.words.of("ask.passphrase-differs"), control: "passphrase-again" }]);
    this.alerts.clear();
    const root = random(32);
    const slot = await slotOf(root, this.signed.hash);
    await this.vault.put({
      tender: this.tender,
      noticeHash: this.signed.hash,
      slotPoint: slot.point,
      slotKey: await slot.signingKey(),
      recoveryFile: await writeRecoveryFile(root, this.signed.hash, first!, random(recoverySaltSize)),
      isRecoveryTested: false,
      lastSequence: 0,
      attempt: null,
      receipts: [],
      released: [],
    });
    await this.save();
    this.turnTo("test");
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
    const kept = await this.vault.find(this.tender);
    if (kept) await this.vault.put({ ...kept, isRecoveryTested: true });
    this.root = root;
    this.turnTo("good");
  }

  private turnTo(state: "new" | "test" | "good"): void {
    for (const part of this.page.querySelectorAll<HTMLElement>("[data-recovery]")) part.hidden = part.dataset["recovery"] !== state;
  }
}

async function isRootOf(root: Bytes, kept: KeptBid, signed: SignedNotice): Promise<boolean> {
  const slot = await slotOf(root, signed.hash);
  return slot.point.every((byte, at) => byte === kept.slotPoint[at]);
}
