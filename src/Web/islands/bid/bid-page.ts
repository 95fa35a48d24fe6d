import { equal, fromHex, hex } from "../../sealing/primitives/bytes";
import { KeyVault } from "../certificates/key-vault";
import { AlertBox, type Complaint } from "./alert-box";
import { BidFault } from "./bid-fault";
import type { BidVault, KeptBid } from "./bid-vault";
import { LotForm, sizeInMegabytes } from "./lot-form";
import type { BidOrder, BidReport, LotContent, SigningCertificate } from "./orders";
import { bidFrom } from "./receipt-file";
import { ReceiptView, moment } from "./receipt-view";
import { RecoveryStep } from "./recovery-step";
import { isEnded, standingBid } from "./releasing";
import type { SignedNotice, TenderSite } from "./tender-site";
import { Words, the } from "./words";

const pieceSize = 256 * 1024;
const minute = 60_000;

type Unaddressed<T> = T extends unknown ? Omit<T, "address" | "tender"> : never;

/** 投标封存: which of its steps a bidder sees follows from what this browser keeps of the bid. */
export class BidPage {
  private readonly words: Words;
  private readonly alerts: AlertBox;
  private readonly recovery: RecoveryStep;
  private readonly receipt: ReceiptView;
  private readonly lots: LotForm[];
  private certificates: SigningCertificate[] = [];
  private isWorking = false;
  private isReplacing = false;

  constructor(
    private readonly page: HTMLElement,
    private readonly tender: string,
    private readonly site: TenderSite,
    private readonly signed: SignedNotice,
    private readonly vault: BidVault,
  ) {
    this.words = new Words(page);
    this.alerts = new AlertBox(page, this.words);
    this.recovery = new RecoveryStep(page, tender, signed, vault, this.words, this.alerts);
    this.receipt = new ReceiptView(page, signed, this.words, () => this.now());
    const [place, template] = [the(page, "[data-lots]"), the<HTMLTemplateElement>(page, "template[data-lot]")];
    this.lots = Array.from({ length: signed.notice.lots }, (_, lot) => new LotForm(place, template, lot, signed.notice, this.words));
    the(page, "form[data-step=compose]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.run(this.seal());
    });
    the(page, "form[data-release]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.run(this.release());
    });
    the(page, "form[data-move]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.run(this.move());
    });
    the(page, "[data-send]").addEventListener("click", () => this.order({ order: "send" }));
    the(page, "[data-renew]").addEventListener("click", () => this.order({ order: "renew" }));
    the(page, "[data-withdraw]").addEventListener("click", () => this.order({ order: "withdraw" }));
    the(page, "[data-replace]").addEventListener("click", () => {
      this.isReplacing = true;
      this.run(this.show());
    });
    addEventListener("beforeunload", (event) => {
      if (this.isWorking) event.preventDefault();
    });
  }

  /** Shows the tender and the step that comes next; goes on with a sending that was interrupted. */
  async open(): Promise<void> {
    const { notice, hash } = this.signed;
    the(this.page, "[data-number]").textContent = notice.tender;
    the(this.page, "[data-deadline]").textContent = moment(notice.deadline);
    the(this.page, "[data-notice-hash]").textContent = hex(hash);
    the(this.page, "[data-tender]").hidden = false;
    this.tick();
    setInterval(() => this.tick(), minute / 2);
    await this.offerCertificates();
    const bid = await this.show();
    if (!bid && (await this.vault.find(this.tender))) this.alerts.fault(new BidFault("notice-replaced"));
    if (bid?.attempt && this.now() < notice.deadline) this.order({ order: "send" });
  }

  private async show(): Promise<KeptBid | undefined> {
    const bid = await this.kept();
    const isOpen = this.now() < this.signed.notice.deadline;
    const isSealed = Boolean(bid?.attempt) || (bid?.receipts.length ?? 0) > 0;
    the(this.page, "[data-step=compose]").hidden = this.isWorking || !isOpen || (isSealed && !isEnded(bid) && !this.isReplacing);
    the(this.page, "[data-step=going]").hidden = !this.isWorking && !bid?.attempt;
    the(this.page, "[data-send]").hidden = this.isWorking;
    const standing = bid && standingBid(bid);
    the(this.page, "[data-step=release]").hidden = isOpen || !standing;
    the(this.page, "[data-release-done]").hidden = !bid?.released.length;
    the(this.page, "form[data-release]").hidden = Boolean(bid?.released.length);
    the(this.page, "[data-step=move]").hidden = Boolean(bid) || this.isWorking;
    await this.receipt.show(bid);
    if (bid?.attempt && !this.isWorking) this.going(this.words.of("kept"), 0);
    this.recovery.show(bid);
    return bid;
  }

  /** The bid that this browser keeps for the notice in force; one for an older notice is void, and another is sealed in its place. */
  private async kept(): Promise<KeptBid | undefined> {
    const bid = await this.vault.find(this.tender);
    return bid && equal(bid.noticeHash, this.signed.hash) ? bid : undefined;
  }

  /** On another device: the two files that were kept make the bid this browser's. */
  private async move(): Promise<void> {
    const [recovery, receipt] = ["#move-recovery", "#move-receipt"].map((id) => the<HTMLInputElement>(this.page, id).files?.[0]);
    if (!recovery || !receipt) return this.alerts.show([{ words: this.words.of("ask.two-files"), control: "move-recovery" }]);
    const file = new Uint8Array(await recovery.arrayBuffer());
    const root = await this.recovery.open(the<HTMLInputElement>(this.page, "#move-passphrase").value, file);
    if (!root) return;
    this.alerts.clear();
    await this.vault.put(await bidFrom(new Uint8Array(await receipt.arrayBuffer()), root, file, this.tender, this.signed));
    this.recovery.root = root;
    await this.show();
  }

  private async seal(): Promise<void> {
    const complaints: Complaint[] = [];
    const content: LotContent[] = [];
    for (const lot of this.lots.filter((each) => each.isWanted)) {
      const read = await lot.read();
      if (Array.isArray(read)) complaints.push(...read);
      else content.push(read as LotContent);
    }
    const certificate = this.certificates[the<HTMLSelectElement>(this.page, "#certificate").selectedIndex];
    if (!this.lots.some((each) => each.isWanted)) complaints.push({ words: this.words.of("ask.lot"), control: "lot-1-wanted" });
    if (!certificate) complaints.push({ words: this.words.of("ask.certificate"), control: "certificate" });
    if (!this.recovery.root) complaints.push({ words: this.words.of("ask.recovery-untested"), control: "recovery" });
    if (complaints.length > 0) return this.alerts.show(complaints);
    await navigator.storage?.persist?.();
    this.isReplacing = false;
    const supersedes = fromHex(the<HTMLInputElement>(this.page, "#supersedes").value.trim());
    this.order({ order: "seal", root: this.recovery.root!, lots: content, certificate: certificate!, supersedes: supersedes?.length === 32 ? supersedes : null });
  }

  private async release(): Promise<void> {
    const root = await this.recovery.open(the<HTMLInputElement>(this.page, "#release-passphrase").value);
    const lots = Array.from({ length: this.signed.notice.lots }, (_, lot) => lot);
    if (root) this.order({ order: "release", root, lots });
  }

  private order(order: Unaddressed<BidOrder>): void {
    if (this.isWorking) return;
    this.isWorking = true;
    this.alerts.clear();
    const worker = new Worker(this.page.dataset["worker"]!, { type: "module" });
    const end = (fault?: Pick<BidFault, "code" | "detail">) => {
      worker.terminate();
      this.isWorking = false;
      this.show().then(
        () => fault && this.alerts.fault(fault),
        (error: unknown) => this.alerts.fault(BidFault.of(error)),
      );
    };
    worker.addEventListener("error", (event) => end({ code: "unexpected", detail: event.message }));
    worker.addEventListener("message", ({ data }: MessageEvent<BidReport>) => {
      if (data.report === "done") end();
      else if (data.report === "fault") end(data);
      else this.report(data);
    });
    worker.postMessage({ ...order, address: this.site.address, tender: this.tender });
    this.run(this.show());
  }

  private report(report: Exclude<BidReport, { report: "done" | "fault" }>): void {
    switch (report.report) {
      case "progress": {
        const [done, total] = [report.done, report.total].map((pieces) => sizeInMegabytes(pieces * pieceSize));
        this.going(this.words.of(report.step, { done: done!, total: total! }), report.done / report.total);
        break;
      }
      case "confirming":
        this.going(this.words.of("confirming"), 1);
        break;
      case "waiting":
        the(this.page, "[data-going]").textContent = this.words.of("waiting", { seconds: report.seconds });
        break;
    }
  }

  private going(words: string, share: number): void {
    the(this.page, "[data-going]").textContent = words;
    the<HTMLProgressElement>(this.page, "[data-bar]").value = share;
  }

  private run(action: Promise<unknown>): void {
    action.catch((error: unknown) => this.alerts.fault(BidFault.of(error)));
  }

  /** The platform's clock, whatever the device's says. */
  private now(): number {
    return Number(this.page.dataset["now"]) + performance.now();
  }

  private tick(): void {
    const left = Math.max(0, Math.floor((this.signed.notice.deadline - this.now()) / minute));
    const parts = { days: Math.floor(left / 1440), hours: Math.floor((left % 1440) / 60), minutes: left % 60 };
    the(this.page, "[data-left]").textContent = left > 0 ? this.words.of("left", parts) : this.words.of("closed");
  }

  private async offerCertificates(): Promise<void> {
    const select = the<HTMLSelectElement>(this.page, "#certificate");
    const held = (await KeyVault.all()).filter((key) => key.bidder !== undefined);
    this.certificates = held.map(({ keys, bidder }) => ({ key: keys.privateKey, creditCode: bidder!.creditCode, chain: bidder!.chain }));
    const options = held.map(({ bidder }) => new Option(`${bidder!.organisation} ${bidder!.creditCode}`));
    select.replaceChildren(...(options.length > 0 ? options : [new Option(this.words.of("no-certificate"))]));
    select.disabled = options.length === 0;
  }
}
