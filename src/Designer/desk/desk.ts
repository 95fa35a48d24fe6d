// The chrome around an editor: name and state above, the editor, a drawer with its findings below.
import { speak, say } from "../texts/texts";
import { make } from "./dom";
import { Draft } from "./draft";
import { Drawer } from "./drawer";
import type { Editor, OpenEditor } from "./editor";
import { Presence } from "./presence";
import { Refused, Server, Unreachable, type DocumentAnswer } from "./server";
import { StateLine } from "./state-line";

export class Desk {
  readonly server: Server;
  readonly bar = make("div", { class: "dz-tools", role: "toolbar" });
  readonly canvas = make("div", { class: "dz-canvas" });
  readonly side = make("aside", { class: "dz-side" });
  readonly drawer = new Drawer();
  private readonly line: StateLine;
  private draft: Draft | undefined;
  private editor: Editor | undefined;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly root: HTMLElement) {
    speak(root.dataset.language);
    this.server = new Server(root.dataset.token ?? "", say("server.failed"));
    this.line = new StateLine();
    this.bar.setAttribute("aria-label", say("desk.tools"));
    this.side.setAttribute("aria-label", say("desk.properties"));
    const top = make("div", { class: "dz-top" }, this.bar, this.line.element);
    const middle = make("div", { class: "dz-middle" }, this.canvas, this.side);
    root.replaceChildren(top, this.line.notice, middle, this.drawer.element);
    root.classList.add("dz");
  }

  get id(): string {
    return this.root.dataset.document ?? "";
  }

  async open(openEditor: OpenEditor): Promise<void> {
    let document: DocumentAnswer;
    try {
      document = await this.server.get<DocumentAnswer>(`documents/${this.id}`);
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.line.warn(failure instanceof Refused ? failure.sentence : say("server.away"));
      return;
    }
    this.root.classList.toggle("dz-reading", !document.mayChange);
    const editor = await openEditor(this, document);
    this.editor = editor;
    if (!document.mayChange) {
      this.line.reading();
      return;
    }
    const draft = new Draft(this.server, document, () => editor.content());
    this.draft = draft;
    draft.onState = (state) => this.line.show(state, this.choices(draft));
    this.line.show(draft.state, this.choices(draft));
    new Presence(this.server, this.id, (others) => this.line.present(others)).begin();
    const left = await draft.left();
    if (left) this.line.offer(left, () => void this.takeBack(left.content), () => void draft.restart(document));
    window.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        event.preventDefault();
        void draft.save();
      }
    });
  }

  /** Editors say so after every change a person made. */
  changed(): void {
    this.draft?.changed();
    for (const listener of this.listeners) listener();
  }

  /** Hears of changes too: checks, previews. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  content(): Promise<string> {
    return this.editor ? this.editor.content() : Promise.resolve("");
  }

  private choices(draft: Draft) {
    return {
      theirs: () => void this.takeTheirs(draft),
      mine: (revision: number) => void draft.saveOver(revision),
      download: () => void this.download(),
      retry: () => void draft.save(),
    };
  }

  private async takeBack(content: string): Promise<void> {
    await this.editor?.show(content);
    this.changed();
  }

  private async takeTheirs(draft: Draft): Promise<void> {
    const answer = await this.server.get<DocumentAnswer>(`documents/${this.id}`);
    await this.editor?.show(answer.content);
    await draft.restart(answer);
  }

  private async download(): Promise<void> {
    const ending = { process: "bpmn", decision: "dmn", form: "form" }[this.root.dataset.kind ?? ""] ?? "txt";
    const address = URL.createObjectURL(new Blob([await this.content()], { type: "application/octet-stream" }));
    make("a", { href: address, download: `${this.root.dataset.name ?? this.id}.${ending}` }).click();
    URL.revokeObjectURL(address);
  }
}
