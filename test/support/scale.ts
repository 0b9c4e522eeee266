/**
 * How much a seeded test does. `BROADSHEET_LONG=1` is the long form (`npm run prove`); `BROADSHEET_SEED=n` gives other
 * random numbers, the same ones for the same n; a failure names the seed it happened with.
 */
export const isLong = (process.env['BROADSHEET_LONG'] ?? '0') !== '0';

const firstSeed = Number(process.env['BROADSHEET_SEED'] ?? 1);

/** Seeds of a test: `usual` of them, or `long` in the long form. */
export function seeds(usual: number, long: number): number[] {
  return Array.from({ length: isLong ? long : usual }, (_, at) => firstSeed * 1_000 + at);
}

/** A number of rounds, queries or steps: as usual, or as in the long form. */
export function amount(usual: number, long: number): number {
  return isLong ? long : usual;
}

/** How fast-check runs a property: the same inputs each time, others for another seed, more of them in the long form. */
export const propertyRuns = (usual: number, long: number): { seed: number; numRuns: number } => ({
  seed: firstSeed,
  numRuns: amount(usual, long),
});

/** A long test may take an hour; the bound only ends a hang. */
export const TEST_TIMEOUT_MS = isLong ? 3_600_000 : 120_000;
