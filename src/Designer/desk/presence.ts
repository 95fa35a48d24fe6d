// Says every 20 seconds that this document is open here, and who else has it open.
import type { Server } from "./server";

const interval = 20_000;

export interface Other {
  name: string;
  since: string;
}

export class Presence {
  constructor(
    private readonly server: Server,
    private readonly document: string,
    private readonly tell: (others: Other[]) => void,
  ) {}

  begin(): void {
    void this.note();
    window.setInterval(() => void this.note(), interval);
  }

  private async note(): Promise<void> {
    if (document.hidden) return;
    // Who else is here is a courtesy: the state line says when the server is away.
    const answer = await this.server.post<{ others: Other[] }>(`documents/${this.document}/presence`, {}).catch(() => undefined);
    if (answer) this.tell(answer.others);
  }
}
