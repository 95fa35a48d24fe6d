// Whether the work is safe, in words; and what a person has to choose when it is not.
import { moment, say } from "../texts/texts";
import { button, make } from "./dom";
import type { DraftState } from "./draft";
import type { KeptWork } from "./kept";
import type { Other } from "./presence";

export interface Choices {
  theirs(): void;
  mine(revision: number): void;
  download(): void;
  retry(): void;
}

export class StateLine {
  private readonly words = make("span", { class: "dz-state", role: "status" });
  private readonly others = make("span", { class: "dz-others" });
  readonly element = make("div", { class: "dz-line" }, this.others, this.words);
  readonly notice = make("div", { class: "dz-notice", role: "alert", hidden: true });

  reading(): void {
    this.words.textContent = say("state.reading");
    this.words.dataset.state = "reading";
  }

  warn(sentence: string): void {
    this.ask(sentence);
  }

  show(state: DraftState, choices: Choices): void {
    this.words.dataset.state = state.kind;
    this.words.textContent = sentence(state);
    if (state.kind === "taken") {
      this.ask(
        state.sentence,
        button(say("taken.theirs"), choices.theirs, "btn s pri"),
        button(say("taken.mine"), () => choices.mine(state.revision)),
        button(say("taken.download"), choices.download),
      );
    } else if (state.kind === "refused") {
      this.ask(state.sentence, button(say("state.retry"), choices.retry), button(say("taken.download"), choices.download));
    } else if (state.kind === "saved" || state.kind === "saving") {
      this.hush();
    }
  }

  present(others: Other[]): void {
    const names = others.map((other) => other.name).join(say("list.comma"));
    this.others.textContent = others.length === 0 ? "" : say("presence.others", { names });
  }

  /** Work of an earlier visit that never reached the server. */
  offer(work: KeptWork, take: () => void, drop: () => void): void {
    this.ask(
      say("kept.offer", { time: moment(work.at) }),
      button(say("kept.take"), () => (this.hush(), take()), "btn s pri"),
      button(say("kept.drop"), () => (this.hush(), drop())),
    );
  }

  private ask(sentence: string, ...choices: HTMLElement[]): void {
    this.notice.replaceChildren(make("p", {}, sentence), ...choices);
    this.notice.hidden = false;
  }

  private hush(): void {
    this.notice.hidden = true;
  }
}

function sentence(state: DraftState): string {
  switch (state.kind) {
    case "saved":
      return say("state.saved", { time: moment(state.at), name: state.by });
    case "changed":
      return say("state.changed");
    case "saving":
      return say("state.saving");
    case "offline":
      return say(state.kept ? "state.offline" : "state.offline-lost");
    case "taken":
      return say("state.taken", { name: state.by });
    case "refused":
      return say("state.refused");
  }
}
