/**
 * Formatters by zone name. Making one costs a hundred times more than using it, and an archive has one zone; the map
 * is a pure memo (same zone, same formatter), so it holds no state that a caller could notice.
 */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

/**
 * Minutes that a zone was ahead of UTC when its clocks showed `wallMs` (milliseconds of the wall clock taken as if it
 * were UTC). Null for a name that is no IANA zone. In the hour that clocks show twice, the earlier one is taken.
 */
export function offsetMinutesAt(zone: string, wallMs: number): number | null {
  const formatter = formatterOf(zone);
  if (formatter === null) return null;
  const first = offsetAtInstant(formatter, wallMs);
  // The first guess reads the zone some hours off; a second look settles days on which the clocks changed.
  return offsetAtInstant(formatter, wallMs - first * 60_000);
}

/** `+08:00` for 480. */
export function writeOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = makeFormatter(zone);
  if (formatters.size < 50) formatters.set(zone, made);
  return made;
}

function makeFormatter(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // RangeError: the configuration names a zone that does not exist.
    return null;
  }
}

function offsetAtInstant(formatter: Intl.DateTimeFormat, instantMs: number): number {
  const parts = new Map(formatter.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name) ?? 0);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((wall - instantMs) / 60_000);
}
