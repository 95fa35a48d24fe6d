import type { Notice } from "../../sealing/notices/notice";
import { lengthSize } from "../../sealing/envelopes/padded-section";
import type { Complaint } from "./alert-box";
import type { LotContent } from "./orders";
import { type Words, the } from "./words";

const megabyte = 1024 * 1024;
const pdf = "%PDF-";

/** What is asked for one lot, made from the page's template. */
export class LotForm {
  private readonly fields: HTMLElement;
  private readonly isOnly: boolean;

  constructor(
    place: HTMLElement,
    template: HTMLTemplateElement,
    private readonly lot: number,
    notice: Notice,
    private readonly words: Words,
  ) {
    this.isOnly = notice.lots === 1;
    const made = template.content.cloneNode(true) as DocumentFragment;
    this.fields = made.firstElementChild as HTMLElement;
    the(this.fields, "[data-lot-name]").textContent = words.of("lot-name", { n: lot + 1 });
    for (const control of this.fields.querySelectorAll<HTMLElement>("[data-field]")) control.id = this.id(control.dataset["field"]!);
    for (const label of this.fields.querySelectorAll<HTMLLabelElement>("[data-for]")) label.htmlFor = this.id(label.dataset["for"]!);
    const most = { qualification: notice.sizes.qualification, technical: notice.sizes.technical };
    for (const [name, size] of Object.entries(most)) {
      the(this.fields, `[data-size=${name}]`).textContent = words.of("size", { size: sizeInMegabytes(size - lengthSize) });
    }
    if (this.isOnly) the(this.fields, "[data-only-many]").remove();
    place.append(made);
  }

  get isWanted(): boolean {
    return this.isOnly || this.control<HTMLInputElement>("wanted").checked;
  }

  /** The content, or what isn't right with it. */
  async read(): Promise<LotContent | Complaint[]> {
    const complaints: Complaint[] = [];
    const complain = (field: string) => complaints.push({ words: this.words.of(`ask.${field}`), control: this.id(field) });
    const price = fenOf(this.text("price"));
    const days = Number(this.text("days"));
    const manager = this.text("manager");
    if (price === null) complain("price");
    if (!Number.isInteger(days) || days < 1 || days > 0xffff) complain("days");
    if (manager === "") complain("manager");
    for (const field of ["qualification", "proof", "technical"]) {
      const files = this.files(field);
      if (files.length === 0 || !(await arePdf(files))) complain(field);
    }
    if (complaints.length > 0 || price === null) return complaints;
    return {
      lot: this.lot,
      statement: { price, days, projectManager: manager, deposit: this.control<HTMLSelectElement>("deposit").value },
      qualification: this.files("qualification"),
      depositProof: this.files("proof"),
      technical: this.files("technical"),
    };
  }

  private id(field: string): string {
    return `lot-${this.lot + 1}-${field}`;
  }

  private control<T extends HTMLElement>(field: string): T {
    return the<T>(this.fields, `[data-field=${field}]`);
  }

  private text(field: string): string {
    return this.control<HTMLInputElement>(field).value.trim();
  }

  private files(field: string): File[] {
    return Array.from(this.control<HTMLInputElement>(field).files ?? []);
  }
}

/** Yuan with at most two decimals, grouped or not, in fen; null for anything else and for nothing. */
export function fenOf(text: string): bigint | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.replaceAll("，", ","));
  if (!match) return null;
  const fen = BigInt(match[1]!.replaceAll(",", "")) * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
  return fen > 0n ? fen : null;
}

export function sizeInMegabytes(bytes: number): string {
  const size = bytes / megabyte;
  return size >= 10 ? String(Math.floor(size)) : String(Math.floor(size * 100) / 100);
}

async function arePdf(files: readonly File[]): Promise<boolean> {
  for (const file of files) {
    const start = await file.slice(0, pdf.length).text().catch(() => "");
    if (start !== pdf) return false;
  }
  return true;
}
