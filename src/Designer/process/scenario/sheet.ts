// One scenario file opened to be changed: its stories as forms, and for experts the JSON itself; both are the same text.
import { button, make } from "../../desk/dom";
import type { ScenarioFile } from "../../desk/server";
import { say } from "../../texts/texts";
import { choose } from "./fields";
import type { Places } from "./steps";
import type { Story, StoryFile } from "./story";
import { storyForm } from "./story-form";

export class ScenarioSheet {
  private readonly text: HTMLTextAreaElement;
  private readonly wrong = make("p", { class: "dz-failure", role: "status" });
  private readonly keep: HTMLButtonElement;
  private readonly form = make("div");
  readonly element: HTMLElement;
  private file: ScenarioFile | undefined;
  private content: StoryFile | undefined;
  private at = 0;

  constructor(
    private readonly mayChange: boolean,
    private readonly places: Places,
    private readonly save: (file: ScenarioFile) => void,
    remove: (file: ScenarioFile) => void,
  ) {
    this.text = make("textarea", { spellcheck: "false", id: "dz-scenario", readonly: !mayChange, input: () => this.read() });
    this.keep = button(say("scenarios.save"), () => this.send());
    const acts = mayChange ? [this.keep, button(say("scenarios.remove"), () => this.file && remove(this.file), "btn s quiet")] : [];
    const label = make("label", { for: "dz-scenario" }, say("scenarios.text"));
    const expert = make("details", {}, make("summary", {}, say("scenario.expert")), label, this.text);
    this.element = make("div", { class: "dz-sheet", hidden: true }, make("div", { class: "dz-acts" }, ...acts), this.wrong, this.form, expert);
  }

  /** Opens a file, at the story of the name if it has one. */
  open(file: ScenarioFile, story?: string): void {
    this.file = file;
    this.text.value = file.content;
    this.element.hidden = false;
    this.at = 0;
    this.read();
    const found = this.content?.scenarios.findIndex((each) => each.name === story) ?? -1;
    if (found > 0) this.show(found);
  }

  close(): void {
    this.file = undefined;
    this.element.hidden = true;
  }

  private read(): void {
    try {
      const content = JSON.parse(this.text.value) as StoryFile;
      if (!Array.isArray(content.scenarios)) throw new SyntaxError("scenarios");
      this.content = content;
      this.wrong.textContent = "";
      this.show(Math.min(this.at, content.scenarios.length - 1));
    } catch (failure) {
      this.content = undefined;
      this.form.replaceChildren();
      this.wrong.textContent = say("scenarios.not-json", { message: (failure as Error).message });
    }
    this.keep.disabled = this.content === undefined;
  }

  private show(at: number): void {
    const stories = this.content?.scenarios ?? [];
    this.at = Math.max(0, at);
    const story = stories[this.at];
    const names = stories.map((each, index) => ({ value: String(index), label: each.name }));
    const which = choose(say("scenario.story.which"), String(this.at), names, (value) => this.show(Number(value)));
    this.form.replaceChildren(
      make("div", { class: "dz-acts" }, names.length > 0 ? which : "", ...(this.mayChange ? this.acts(stories, story) : [])),
      story ? storyForm(story, this.places, () => this.write(), !this.mayChange) : "",
    );
  }

  private acts(stories: Story[], story: Story | undefined): HTMLElement[] {
    const change = (at: number) => {
      this.write();
      this.show(at);
    };
    const add = () => change(stories.push({ name: say("scenario.story.fresh"), given: { variables: {}, jobs: { "*": {} } }, when: [], then: { state: "completed" } }) - 1);
    if (!story) return [button(say("scenario.story.new"), add)];
    const copy = () => change(stories.push({ ...structuredClone(story), name: say("scenario.story.copied", { name: story.name }) }) - 1);
    const drop = () => {
      stories.splice(this.at, 1);
      change(Math.max(0, this.at - 1));
    };
    return [button(say("scenario.story.new"), add), button(say("scenario.story.copy"), copy), button(say("scenario.story.drop"), drop, "btn s quiet")];
  }

  private write(): void {
    this.text.value = `${JSON.stringify(this.content, null, 2)}\n`;
  }

  private send(): void {
    if (!this.file) return;
    this.file.content = this.text.value;
    this.save(this.file);
  }
}
