import { groupOf, groupsIn, keyOf, mergeGroups } from "./groups";
import { Sending } from "./sending";

const pauseBeforeSaving = 1500;

/**
 * Sends a form to its own address with `_go=save` while it is being filled in, one sending at a time. The answer is the
 * page itself: the groups that came or went are taken over from it, what stands in the others is never touched.
 */
export class SavingForm {
  private timer: number | undefined;
  private queue: Promise<void> = Promise.resolve();
  private isLeaving = false;

  constructor(private readonly form: HTMLFormElement) {
    form.addEventListener("input", (event) => {
      if (!isFile(event.target)) this.saveLater(pauseBeforeSaving);
    });
    form.addEventListener("change", (event) => {
      if (isFile(event.target)) this.upload(event.target);
      else if (event.target instanceof Element && event.target.closest("[data-reveals]")) this.saveLater(0);
    });
    form.addEventListener("submit", () => {
      this.isLeaving = true;
      window.clearTimeout(this.timer);
    });
    // Back from the browser's memory the form is alive again.
    window.addEventListener("pageshow", () => (this.isLeaving = false));
  }

  private saveLater(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.enqueue(() => this.save()), milliseconds);
  }

  private upload(input: HTMLInputElement): void {
    if (input.files?.length) this.enqueue(() => this.sendFiles(input));
  }

  private enqueue(work: () => Promise<void>): void {
    this.queue = this.queue.then(async () => {
      if (!this.isLeaving) await work();
    });
  }

  private async save(): Promise<void> {
    const page = await new Sending(this.form).run();
    if (page && !this.isLeaving) this.take(page);
  }

  private async sendFiles(input: HTMLInputElement): Promise<void> {
    const group = groupOf(input);
    const bar = document.createElement("progress");
    bar.className = "going-up";
    bar.max = 100;
    bar.setAttribute("aria-label", Array.from(input.files ?? [], (file) => file.name).join(" "));
    input.parentElement?.append(bar);
    const page = await new Sending(this.form, input, (percent) => (bar.value = percent)).run();
    bar.remove();
    // Without an answer the files stay chosen and go with the page's own button.
    if (!page || this.isLeaving) return;
    const answered = groupsIn(page.querySelector("form[data-saves]")).find((each) => keyOf(each) === keyOf(group));
    this.take(page);
    if (answered) {
      group.replaceWith(document.adoptNode(answered));
      answered.querySelector<HTMLInputElement>("input[type=file]")?.focus();
    }
  }

  private take(page: Document): void {
    const fresh = page.querySelector<HTMLFormElement>("form[data-saves]");
    if (!fresh) return;
    mergeGroups(this.form, fresh);
    const saved = page.querySelector(".saved");
    if (saved) document.querySelector(".saved")?.replaceWith(document.adoptNode(saved));
  }
}

function isFile(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === "file";
}
