import { hex } from "../../sealing/primitives/bytes";
import { SubmissionKind } from "../../sealing/record/entry";
import { ReceiptStanding, checkReceipt, readReceipt } from "../../sealing/record/receipt";
import { BidFault } from "./bid-fault";
import type { KeptBid } from "./bid-vault";
import { writeReceiptFile } from "./receipt-file";
import type { SignedNotice } from "./tender-site";
import { type Words, download, the } from "./words";

/** 回执: shown only after it has been checked again, whatever was checked when it came. */
export class ReceiptView {
  private readonly section: HTMLElement;

  constructor(
    page: HTMLElement,
    private readonly signed: SignedNotice,
    private readonly words: Words,
    private readonly now: () => number,
  ) {
    this.section = the(page, "[data-step=receipt]");
  }

  async show(bid: KeptBid | undefined): Promise<void> {
    const kept = bid?.receipts.at(-1);
    this.section.hidden = !kept;
    if (!bid || !kept) return;
    const receipt = readReceipt(kept.bytes);
    const expected = { envelopeId: kept.envelopeId, slotPoint: bid.slotPoint, sequence: kept.sequence };
    const standing = receipt ? await checkReceipt(receipt, expected, this.signed.notice, this.signed.hash) : "signature";
    if (!receipt || (standing !== ReceiptStanding.Final && standing !== ReceiptStanding.Stamped)) throw new BidFault("receipt", standing);
    const isWithdrawn = kept.submission === SubmissionKind.Withdraw;
    for (const light of this.section.querySelectorAll<HTMLElement>("[data-standing]")) {
      light.hidden = light.dataset["standing"] !== (isWithdrawn ? "withdrawn" : standing);
    }
    const root = receipt.checkpoint ? hex(receipt.checkpoint.root) : "—";
    const said: Record<string, string> = {
      envelope: hex(kept.envelopeId),
      slot: hex(bid.slotPoint),
      sequence: String(kept.sequence),
      taken: moment(receipt.entry.at),
      stamp: moment(receipt.entry.stampedAt),
      leaf: this.words.of("leaf-of", { n: receipt.index + 1, total: receipt.size }),
      root,
    };
    for (const [name, text] of Object.entries(said)) the(this.section, `[data-${name}]`).textContent = text;
    the(this.section, "[data-change]").hidden = isWithdrawn || this.now() >= this.signed.notice.deadline;
    the<HTMLButtonElement>(this.section, "[data-renew]").hidden = standing === ReceiptStanding.Final;
    the<HTMLButtonElement>(this.section, "[data-save-receipt]").onclick = () => download(writeReceiptFile(kept), `${bid.tender}-${kept.sequence}.bid-receipt`);
  }
}

/** Beijing time, to the second. */
export function moment(at: number): string {
  return new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" }).format(at);
}
