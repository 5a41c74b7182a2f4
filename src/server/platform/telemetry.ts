/** What a process counts of its work, for whoever watches over it. Labels never name people. */
export interface Telemetry {
  /** `route` is the pattern of the address, not the address. */
  request(seen: { method: string; route: string; status: number; seconds: number }): void
  /** A code was handed to a sender: `accepted`, `unknown`, or the reason of a refusal. */
  send(channel: string, outcome: string): void
  /** A code was entered: `verified`, or the code of the refusal. */
  verification(channel: string, outcome: string): void
}

/** Where nobody watches. */
export const noTelemetry: Telemetry = {
  request: () => {},
  send: () => {},
  verification: () => {},
}
