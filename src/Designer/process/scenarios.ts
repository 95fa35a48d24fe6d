// 场景: the stories beside a process, told by the server's engine; what they reach is painted on the diagram.
import type { Desk } from "../desk/desk";
import { button, make } from "../desk/dom";
import type { Tab } from "../desk/drawer";
import { Refused, Unreachable, type DocumentAnswer, type ScenarioFile } from "../desk/server";
import { say } from "../texts/texts";
import type { Diagram } from "./bpmn";
import { Marks } from "./marks";
import { DiagramPlaces, firstStory } from "./scenario/places";
import { ScenarioSheet } from "./scenario/sheet";

interface StoryResult {
  name: string;
  passed: boolean;
  failures: string[];
  elements: string[];
  flows: string[];
}

interface FileResult {
  id: string;
  problem: string | null;
  results: StoryResult[];
}

interface RunAnswer {
  files: FileResult[];
  neverReached: string[];
}

export class Scenarios {
  private readonly tab: Tab;
  private readonly marks: Marks;
  private readonly list = make("div", { class: "dz-files" });
  private readonly said = make("p", { role: "status" });
  private readonly sheet: ScenarioSheet;
  private readonly files: ScenarioFile[];
  private readonly places: DiagramPlaces;

  constructor(
    private readonly desk: Desk,
    diagram: Diagram,
    private readonly document: DocumentAnswer,
  ) {
    this.files = document.scenarios;
    this.places = new DiagramPlaces(diagram);
    this.tab = desk.drawer.add("scenarios", say("scenarios.tab"));
    this.marks = new Marks(diagram, "dz-scenario");
    this.sheet = new ScenarioSheet(document.mayChange, this.places, (file) => void this.save(file), (file) => void this.remove(file));
    const acts = [button(say("scenarios.run"), () => void this.run(), "btn s pri")];
    if (document.mayChange) acts.push(button(say("scenarios.add"), () => void this.add()));
    acts.push(button(say("scenarios.clean"), () => this.marks.clear(), "btn s quiet"));
    this.tab.panel.append(make("div", { class: "dz-acts" }, ...acts, this.said), make("div", { class: "dz-split" }, this.list, this.sheet.element));
  }

  begin(): void {
    this.show(undefined);
    const first = this.files[0];
    if (first) this.sheet.open(first);
  }

  private async run(): Promise<void> {
    this.said.textContent = say("scenarios.running");
    await this.speaking(async () => {
      const answer = await this.desk.server.post<RunAnswer>("scenarios/run", {
        content: await this.desk.content(),
        scenarios: this.files.map(({ id, name, content }) => ({ id, name, content })),
        decisions: this.document.decisions.map((each) => each.id),
      });
      this.show(answer);
      this.paint(answer.files.flatMap((file) => file.results), answer.neverReached);
      const results = answer.files.flatMap((file) => file.results);
      const failed = results.filter((each) => !each.passed).length + answer.files.filter((file) => file.problem).length;
      this.tab.count(failed, failed === 0 ? "good" : "bad");
      this.said.textContent = say("scenarios.done", {
        passed: results.filter((each) => each.passed).length,
        failed,
        never: answer.neverReached.length,
      });
    });
  }

  private paint(results: StoryResult[], never: string[]): void {
    this.marks.clear();
    for (const id of new Set(results.flatMap((each) => [...each.elements, ...each.flows]))) this.marks.mark(id, "dz-reached");
    for (const id of never) this.marks.mark(id, "dz-never");
  }

  private show(answer: RunAnswer | undefined): void {
    this.list.replaceChildren(...this.files.map((file) => this.fileOf(file, answer?.files.find((each) => each.id === file.id))));
    if (this.files.length === 0) this.list.append(make("p", {}, say("scenarios.none")));
  }

  private fileOf(file: ScenarioFile, result: FileResult | undefined): HTMLElement {
    const stories = (result?.results ?? []).map((story) => this.storyOf(file, story));
    const problem = result?.problem ? [make("p", { class: "dz-failure", lang: "en" }, result.problem)] : [];
    return make("section", {}, button(file.name, () => this.sheet.open(file), "dz-link"), ...problem, make("ul", {}, ...stories));
  }

  private storyOf(file: ScenarioFile, story: StoryResult): HTMLElement {
    const line = make(
      "li",
      { class: "dz-story" },
      make("span", { class: "dz-verdictword" }, say(story.passed ? "scenarios.passed" : "scenarios.failed")),
      button(story.name, () => (this.paint([story], []), this.sheet.open(file, story.name)), "dz-link"),
      ...story.failures.map((failure) => make("p", { class: "dz-failure", lang: "en" }, failure)),
    );
    line.dataset.passed = String(story.passed);
    return line;
  }

  private async add(): Promise<void> {
    await this.speaking(async () => {
      const name = say("scenarios.name", { number: this.files.length + 1 });
      const told = { model: "process.bpmn", scenarios: [firstStory(name, this.places)] };
      const content = `${JSON.stringify(told, null, 2)}\n`;
      const { id } = await this.desk.server.post<{ id: string }>(`documents/${this.document.id}/scenarios`, { name, content });
      const file = { id, name, revision: 1, content };
      this.files.push(file);
      this.show(undefined);
      this.sheet.open(file);
    });
  }

  private async save(file: ScenarioFile): Promise<void> {
    await this.speaking(async () => {
      const { revision, content, name } = file;
      const path = `documents/${this.document.id}/scenarios/${file.id}`;
      file.revision = (await this.desk.server.put<{ revision: number }>(path, { revision, content, name })).revision;
      this.said.textContent = say("scenarios.saved");
    });
  }

  private async remove(file: ScenarioFile): Promise<void> {
    await this.speaking(async () => {
      await this.desk.server.delete(`documents/${this.document.id}/scenarios/${file.id}`);
      this.files.splice(this.files.indexOf(file), 1);
      this.sheet.close();
      this.show(undefined);
    });
  }

  private async speaking(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.said.textContent = failure instanceof Refused ? failure.sentence : say("server.away");
    }
  }
}
