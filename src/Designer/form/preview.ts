// The page of a form as the server draws it, in a frame that runs nothing.
import type { Desk } from "../desk/desk";
import { make } from "../desk/dom";
import type { Tab } from "../desk/drawer";
import { Refused, Unreachable } from "../desk/server";
import { say, spoken } from "../texts/texts";

interface FormCheck {
  problems: { component: string; sentence: string }[];
  steps: string[];
}

const rest = 500;

export class Preview {
  private readonly tab: Tab;
  private readonly step = make("select", { id: "dz-step", "aria-label": say("form.preview"), change: () => this.again() });
  private readonly language = make("select", { "aria-label": say("form.language"), change: () => this.again() });
  private readonly frame = make("iframe", { sandbox: "allow-same-origin", title: say("form.preview") });
  private content = "";
  private timer = 0;
  private asked: AbortController | undefined;

  constructor(private readonly desk: Desk) {
    for (const [value, label] of Object.entries({ "zh-Hans": "简体", "zh-Hant": "繁體", en: "English" })) {
      this.language.append(make("option", { value, lang: value }, label));
    }
    this.language.value = spoken();
    const head = make("header", {}, make("h2", {}, say("form.preview")), this.step, this.language);
    desk.canvas.after(make("section", { class: "dz-preview", "aria-label": say("form.preview") }, head, this.frame));
    this.tab = desk.drawer.add("problems", say("form.problems"));
  }

  begin(content: string): void {
    this.desk.onChange(() => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.desk.content().then((now) => this.draw(now)), rest);
    });
    this.draw(content);
  }

  draw(content: string): void {
    this.content = content;
    this.again();
  }

  private again(): void {
    void this.ask();
  }

  private async ask(): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const { content } = this;
    try {
      const check = await this.desk.server.post<FormCheck>("check", { kind: "form", content }, asked.signal);
      this.say(check);
      if (check.problems.length > 0) return;
      const page = { content, step: Math.max(0, this.step.selectedIndex) };
      const drawn = await this.desk.server.post<string>(`forms/preview?in=${this.language.value}`, page, asked.signal);
      this.frame.srcdoc = drawn;
      this.frame.dataset.drawn = String(Number(this.frame.dataset.drawn ?? 0) + 1);
    } catch (failure) {
      if (asked.signal.aborted) return;
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.tab.panel.replaceChildren(make("p", {}, failure instanceof Refused ? failure.sentence : say("problems.away")));
    }
  }

  private say(check: FormCheck): void {
    const chosen = Math.max(0, Math.min(this.step.selectedIndex, check.steps.length - 1));
    this.step.replaceChildren(...check.steps.map((name, i) => make("option", {}, say("form.step", { number: i + 1, name }))));
    this.step.selectedIndex = chosen;
    this.step.hidden = check.steps.length < 2;
    this.tab.count(check.problems.length, check.problems.length === 0 ? "good" : "bad");
    this.tab.panel.replaceChildren(
      ...check.problems.map((each) => make("p", { class: "dz-failure" }, make("code", {}, each.component), " ", each.sentence)),
    );
    if (check.problems.length === 0) this.tab.panel.append(make("p", { class: "dz-fine" }, say("form.fine")));
  }
}
