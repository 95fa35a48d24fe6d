// Which fields of the form the processes that use it read, which nobody reads, and which variables nobody gives.
import type { Desk } from "../desk/desk";
import { make } from "../desk/dom";
import type { Tab } from "../desk/drawer";
import { Refused, Unreachable, type DocumentAnswer } from "../desk/server";
import { say } from "../texts/texts";

interface Binding {
  process: string;
  name: string;
  tasks: { id: string; name: string | null }[];
  fields: { key: string; label: string; read: boolean }[];
  missing: string[];
}

interface BindingsAnswer {
  form: string;
  processes: Binding[];
}

const rest = 900;

export class Bindings {
  private readonly tab: Tab;
  private timer = 0;

  constructor(
    private readonly desk: Desk,
    private readonly document: DocumentAnswer,
  ) {
    this.tab = desk.drawer.add("bindings", say("form.bindings"));
  }

  begin(content: string): void {
    this.desk.onChange(() => {
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.desk.content().then((now) => this.ask(now)), rest);
    });
    void this.ask(content);
  }

  private async ask(content: string): Promise<void> {
    try {
      const processes = this.document.processes.map((each) => each.id);
      this.show(await this.desk.server.post<BindingsAnswer>("forms/bindings", { content, processes }));
    } catch (failure) {
      if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
      this.tab.panel.replaceChildren(make("p", {}, failure instanceof Refused ? failure.sentence : say("problems.away")));
    }
  }

  private show(answer: BindingsAnswer): void {
    const missing = answer.processes.reduce((sum, each) => sum + each.missing.length, 0);
    this.tab.count(answer.processes.length === 0 ? null : missing, "good");
    this.tab.panel.replaceChildren(...answer.processes.map((each) => this.processOf(each)));
    if (answer.processes.length === 0) this.tab.panel.append(make("p", {}, say("form.bindings.none", { form: answer.form })));
  }

  private processOf(binding: Binding): HTMLElement {
    const tasks = binding.tasks.map((task) => task.name ?? task.id).join(say("list.comma"));
    const rows = [
      ...binding.missing.map((name) => row(name, "", say("form.bindings.missing"), "missing")),
      ...binding.fields.map((field) =>
        row(field.key, field.label, say(field.read ? "form.bindings.read" : "form.bindings.unread"), field.read ? "read" : "unread"),
      ),
    ];
    const title = `${binding.name}（${say("form.bindings.task", { task: tasks })}）`;
    return make("section", {}, make("h3", {}, title), make("table", { class: "dz-bindings" }, make("tbody", {}, ...rows)));
  }
}

function row(key: string, label: string, words: string, state: string): HTMLElement {
  const line = make("tr", {}, make("th", { scope: "row" }, make("code", {}, key)), make("td", {}, label), make("td", {}, words));
  line.dataset.state = state;
  return line;
}
