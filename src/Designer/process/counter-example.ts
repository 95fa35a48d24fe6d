// How a process comes to a bad state, played on the diagram: tokens move along the flows the server found, step by step.
import { button, make } from "../desk/dom";
import { say } from "../texts/texts";
import type { Canvas, Diagram } from "./bpmn";
import type { ProcessVerdict, Step } from "./check";
import { Marks } from "./marks";
import { TokenLayer } from "./token-layer";

/** Between two steps of the play, in milliseconds. */
const pause = 900;

/** Around what is shown, in pixels of the diagram; below stands the player. */
const room = { top: 60, right: 60, bottom: 220, left: 120 };

export class CounterExample {
  private readonly marks: Marks;
  private readonly canvas: Canvas;
  private readonly tokens: TokenLayer;
  private readonly words = make("p", { "aria-live": "polite" });
  private readonly player: HTMLElement;
  private readonly toggle: HTMLButtonElement;
  private verdict: ProcessVerdict | undefined;
  private at = -1;
  private timer = 0;

  constructor(diagram: Diagram, place: HTMLElement) {
    this.marks = new Marks(diagram, "dz-story");
    this.canvas = diagram.get("canvas");
    this.tokens = new TokenLayer(this.canvas, diagram.get("elementRegistry"));
    this.toggle = button(say("story.pause"), () => (this.timer === 0 ? this.run() : this.rest()));
    this.player = make(
      "section",
      { class: "dz-player", hidden: true, "aria-label": say("story.name") },
      this.words,
      make(
        "div",
        {},
        button(say("story.back"), () => (this.rest(), void this.show(this.at - 1))),
        this.toggle,
        button(say("story.next"), () => (this.rest(), void this.show(this.at + 1))),
        button(say("story.again"), () => this.verdict && this.play(this.verdict)),
        button(say("story.close"), () => this.forget()),
      ),
    );
    place.append(this.player);
  }

  play(verdict: ProcessVerdict): void {
    this.rest();
    this.verdict = verdict;
    this.at = -1;
    this.player.hidden = false;
    this.run();
  }

  /** The diagram has changed: the story is about another one. */
  forget(): void {
    this.rest();
    this.verdict = undefined;
    this.player.hidden = true;
    this.marks.clear();
    this.tokens.clear();
  }

  private get steps(): Step[] {
    return this.verdict?.counterExample ?? [];
  }

  private run(): void {
    if (this.at >= this.steps.length - 1) this.at = -1;
    this.toggle.textContent = say("story.pause");
    const next = async () => {
      await this.show(this.at + 1);
      if (this.timer === 0) return;
      if (this.at >= this.steps.length - 1) this.rest();
      else this.timer = window.setTimeout(() => void next(), pause);
    };
    this.timer = window.setTimeout(() => void next(), 1);
  }

  private rest(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.toggle.textContent = say("story.play");
  }

  private async show(index: number): Promise<void> {
    const step = this.steps[Math.max(0, Math.min(index, this.steps.length - 1))];
    if (!step) return;
    const isForward = index > this.at;
    this.at = this.steps.indexOf(step);
    this.marks.clear();
    this.marks.mark(step.element, "dz-runs");
    this.canvas.scrollToElement(step.element, room);
    this.words.textContent = this.sentence(step);
    if (isForward) await this.tokens.move(step.takes);
    if (this.steps[this.at] === step) this.tokens.stand(step.tokens);
  }

  private sentence(step: Step): string {
    const where = say("story.step", { number: this.at + 1, count: this.steps.length, name: this.marks.nameOf(step.element) });
    if (this.at < this.steps.length - 1) return where;
    const end = this.verdict?.counterExampleOf;
    return where + say(end === "safe" ? "story.end.unsafe" : end === "properCompletion" ? "story.end.improper" : "story.end.stuck");
  }
}
