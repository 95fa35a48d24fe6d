// One document being changed: saves itself a moment after the last change, keeps what can't be sent on this device, and never
// overwrites what somebody else has saved without being told to.
import { forget, keep, kept, type KeptWork } from "./kept";
import { Refused, Unreachable, type DocumentAnswer, type Saved, type Server } from "./server";

export type DraftState =
  | { kind: "saved"; at: string; by: string }
  | { kind: "changed" }
  | { kind: "saving" }
  | { kind: "offline"; kept: boolean }
  | { kind: "taken"; sentence: string; by: string; at: string; revision: number }
  | { kind: "refused"; sentence: string };

/** Rest after the last change before it is sent, in milliseconds. */
const rest = 1_200;
/** Between two tries to reach a server that is away. */
const again = 5_000;

export class Draft {
  revision: number;
  state: DraftState;
  /** Called after every change of state. */
  onState: (state: DraftState) => void = () => {};
  private saved: string;
  private timer = 0;
  private sending: Promise<void> | undefined;
  private changes = 0;

  constructor(
    private readonly server: Server,
    private readonly document: DocumentAnswer,
    private readonly content: () => Promise<string>,
  ) {
    this.revision = document.revision;
    this.saved = document.content;
    this.state = { kind: "saved", at: document.changedAt, by: document.changedBy };
    window.addEventListener("online", () => this.isWaiting && void this.save());
    window.addEventListener("beforeunload", (event) => {
      if (this.state.kind !== "saved") event.preventDefault();
    });
  }

  get id(): string {
    return this.document.id;
  }

  /** What an earlier visit kept here and the server never got. */
  async left(): Promise<KeptWork | undefined> {
    const work = await kept(this.id).catch(() => undefined);
    if (work && work.content !== this.saved) return work;
    if (work) await forget(this.id);
    return undefined;
  }

  changed(): void {
    this.changes++;
    if (this.state.kind !== "taken") {
      if (this.state.kind !== "offline") this.tell({ kind: "changed" });
      this.later(rest);
    } else {
      void this.keepHere();
    }
  }

  /** Sends what there is now; done when it is saved or kept. */
  async save(): Promise<void> {
    window.clearTimeout(this.timer);
    await this.sending;
    this.sending = this.send();
    await this.sending;
    this.sending = undefined;
  }

  /** Saves over what somebody else has saved, because a person has seen that and says so. */
  async saveOver(revision: number): Promise<void> {
    this.revision = revision;
    this.tell({ kind: "changed" });
    await this.save();
  }

  /** Goes on from another content of the server's. */
  async restart(answer: DocumentAnswer): Promise<void> {
    this.revision = answer.revision;
    this.saved = answer.content;
    await forget(this.id).catch(() => undefined);
    this.tell({ kind: "saved", at: answer.changedAt, by: answer.changedBy });
  }

  private get isWaiting(): boolean {
    return this.state.kind === "offline" || this.state.kind === "changed";
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), milliseconds);
  }

  private async send(): Promise<void> {
    if (this.state.kind === "taken") return;
    const changes = this.changes;
    const content = await this.content();
    if (content === this.saved) {
      await forget(this.id).catch(() => undefined);
      this.tell({ kind: "saved", at: this.document.changedAt, by: this.document.changedBy });
      return;
    }
    if (this.state.kind !== "offline") this.tell({ kind: "saving" });
    try {
      const answer = await this.server.put<Saved>(`documents/${this.id}`, { revision: this.revision, content });
      this.revision = answer.revision;
      this.saved = content;
      this.document.changedAt = answer.changedAt;
      this.document.changedBy = answer.changedBy;
      await forget(this.id).catch(() => undefined);
      if (changes === this.changes) this.tell({ kind: "saved", at: answer.changedAt, by: answer.changedBy });
      else this.changed();
    } catch (failure) {
      const isKept = await this.keepHere();
      if (failure instanceof Unreachable) {
        this.tell({ kind: "offline", kept: isKept });
        this.later(again);
      } else if (failure instanceof Refused && failure.status === 409) {
        const { changedBy = "", changedAt = "", revision = this.revision } = failure.answer;
        this.tell({ kind: "taken", sentence: failure.sentence, by: changedBy, at: changedAt, revision });
      } else if (failure instanceof Refused) {
        this.tell({ kind: "refused", sentence: failure.sentence });
      } else {
        throw failure;
      }
    }
  }

  private async keepHere(): Promise<boolean> {
    const content = await this.content();
    return keep({ document: this.id, revision: this.revision, content, at: new Date().toISOString() }).then(
      () => true,
      () => false,
    );
  }

  private tell(state: DraftState): void {
    this.state = state;
    this.onState(state);
  }
}
