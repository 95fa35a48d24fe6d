/** The sentences that the page brings along as templates, in its language; `%name` is filled. */
export class Words {
  constructor(private readonly page: HTMLElement) {}

  of(id: string, values: Readonly<Record<string, string | number>> = {}): string {
    const template = this.page.querySelector<HTMLTemplateElement>(`template[data-word="${id}"]`);
    const text = template?.content.textContent?.trim() ?? id;
    return Object.entries(values).reduce((filled, [name, value]) => filled.replace(`%${name}`, String(value)), text);
  }

  has(id: string): boolean {
    return this.page.querySelector(`template[data-word="${id}"]`) !== null;
  }
}

/** The one element of a page that must be there. */
export function the<T extends HTMLElement>(page: ParentNode, selector: string): T {
  const found = page.querySelector<T>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** Offers bytes as a file to keep. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
