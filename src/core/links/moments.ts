import { offsetMinutesAt } from '../post/zoneOffset.ts';

/** A wall clock, for the parts of it that stand in addresses. */
export interface Moment {
  /** Milliseconds of the wall clock taken as if it were UTC. */
  readonly wallMs: number;
  /** Seconds since 1970 that the post's date means; the wall clock's own where no offset is known. */
  readonly unixSeconds: number;
}

const WRITTEN = /^(?<day>\d{4}-\d\d-\d\d)(?:T(?<time>\d\d:\d\d:\d\d))?(?<offset>Z|[+-]\d\d:\d\d)?/u;
const DAY_MS = 86_400_000;

/**
 * The wall clocks under which a site may have filed a post: as written first, then in the site's zone and in UTC, where
 * a generator runs that moves dates to the zone of its configuration or of its machine (Jekyll, Hexo).
 * @param date as `PostSummary.date`
 */
export function momentsOf(date: string | null, zone: string | null): readonly Moment[] {
  const groups = date === null ? undefined : WRITTEN.exec(date)?.groups;
  if (!groups) return [];
  const { day = '', time = '00:00:00', offset } = groups;
  const wallMs = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(wallMs)) return [];
  const zoneMinutes = zone === null ? 0 : (offsetMinutesAt(zone, wallMs) ?? 0);
  const minutes = offset === undefined ? zoneMinutes : offsetMinutes(offset);
  const instantMs = wallMs - minutes * 60_000;
  const unixSeconds = Math.floor(instantMs / 1000);
  const isDay = groups['time'] === undefined;
  const walls = isDay ? [wallMs] : [wallMs, instantMs + zoneMinutes * 60_000, instantMs];
  return [...new Set(walls)].map((each) => ({ wallMs: each, unixSeconds }));
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A moment's parts as the generators write them. */
export interface MomentParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly monthName: string;
  readonly dayName: string;
  /** 0 = Sunday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly dayOfYear: number;
  readonly isoWeek: string;
  readonly isoWeekYear: string;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Splits a moment. ISO weeks follow ISO 8601: the week belongs to the year of its Thursday. */
export function partsOf({ wallMs }: Moment): MomentParts {
  const at = new Date(wallMs);
  const year = at.getUTCFullYear();
  const weekday = at.getUTCDay();
  const thursday = new Date(wallMs + (4 - (weekday === 0 ? 7 : weekday)) * DAY_MS);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return {
    year: String(year).padStart(4, '0'),
    month: two(at.getUTCMonth() + 1),
    day: two(at.getUTCDate()),
    hour: two(at.getUTCHours()),
    minute: two(at.getUTCMinutes()),
    second: two(at.getUTCSeconds()),
    monthName: MONTHS[at.getUTCMonth()] ?? '',
    dayName: DAYS[weekday] ?? '',
    weekday,
    dayOfYear: Math.floor((wallMs - Date.UTC(year, 0, 1)) / DAY_MS) + 1,
    isoWeek: two(Math.floor((thursday.getTime() - firstDay) / DAY_MS / 7) + 1),
    isoWeekYear: String(thursday.getUTCFullYear()),
  };
}
