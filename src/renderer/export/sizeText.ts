/** PURE. Bytes as people say them, never less than a kilobyte: `12 kB`, `1.2 MB`, `2.1 GB`; `shown` words a number. */
export function sizeText(bytes: number, shown: (value: number) => string): string {
  if (bytes < 950_000) return `${shown(Math.max(1, Math.round(bytes / 1000)))} kB`;
  if (bytes < 950_000_000) return `${shown(Math.max(1, Math.round(bytes / 100_000) / 10))} MB`;
  return `${shown(Math.max(1, Math.round(bytes / 100_000_000) / 10))} GB`;
}
