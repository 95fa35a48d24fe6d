// The designer's endpoints. A refusal with a sentence is a Refused; no answer at all is an Unreachable.

export interface DocumentAnswer {
  id: string;
  kind: string;
  name: string;
  folder: string;
  revision: number;
  content: string;
  changedBy: string;
  changedAt: string;
  mayChange: boolean;
  deployed: { version: number; key: string; at: string; by: string } | null;
  scenarios: ScenarioFile[];
  decisions: { id: string; decisionId: string; name: string }[];
  forms: { id: string; formId: string; name: string }[];
  processes: { id: string; processId: string; name: string }[];
}

export interface ScenarioFile {
  id: string;
  name: string;
  revision: number;
  content: string;
}

export interface Saved {
  revision: number;
  changedAt: string;
  changedBy: string;
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly sentence: string,
    readonly answer: Partial<Saved> = {},
  ) {
    super(sentence);
  }
}

export class Unreachable extends Error {}

/** Longest that an answer is waited for, in milliseconds. */
const patience = 30_000;

export class Server {
  constructor(
    private readonly token: string,
    private readonly lost: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send("GET", path);
  }

  post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.send("POST", path, body, signal);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.send("PUT", path, body);
  }

  delete<T>(path: string): Promise<T> {
    return this.send("DELETE", path);
  }

  private async send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const limit = AbortSignal.timeout(patience);
    let response: Response;
    try {
      response = await fetch(`/design/api/${path}`, {
        method,
        headers: { "Content-Type": "application/json", RequestVerificationToken: this.token },
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
    } catch (failure) {
      if (signal?.aborted) throw failure;
      throw new Unreachable(String(failure));
    }
    const text = await response.text();
    const answer = response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
    if (response.ok) return answer as T;
    // A gateway that speaks for a server that is away has no sentence of ours.
    if (response.status >= 502) throw new Unreachable(String(response.status));
    throw new Refused(response.status, answer?.sentence ?? `${this.lost} (${response.status})`, answer ?? {});
  }
}
