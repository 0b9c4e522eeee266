/** Writes one line for whoever started the app from a terminal; never shown in the window. */
export function log(message: string): void {
  process.stderr.write(`broadsheet: ${message}\n`);
}

/** Logs something unexpected with where it happened; the reader is told a sentence elsewhere. */
export function logUnexpected(where: string, thrown: unknown): void {
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  log(`${where}: ${detail}`);
}
