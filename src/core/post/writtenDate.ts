import { offsetMinutesAt, writeOffset } from './zoneOffset.ts';

/** A date as somebody wrote it. */
export interface PostDate {
  /** ISO 8601 with the written (or the site's) offset, without one when none is known, or the day alone. */
  readonly date: string;
  /** `YYYY-MM-DD` of the wall clock. */
  readonly day: string;
  /** Milliseconds of the wall clock taken as if it were UTC. */
  readonly wallMs: number;
  /** True where a time was written that no clock shows (25:61); it is left out. */
  readonly isTimeInvalid?: boolean;
}

/** `missing` = nothing was written (empty, only an offset, Hugo's zero date); `invalid` = written, but no such day. */
export type DateReading = PostDate | 'missing' | 'invalid';

const DAY =
  /^(?<year>\d{4})\s?[-/.年년]\s?(?<month>\d{1,2})\s?[-/.月월]\s?(?<day>\d{1,2})(?!\d)\s?[日일号]?/u;
const COMPACT = /^(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)/u;
/** `20220518050029`, with or without seconds and minutes. */
const COMPACT_TIME = /^(?<day>(?:19|20)\d{6})(?<hour>\d\d)(?<minute>\d\d)?(?<second>\d\d)?$/u;
/** Seconds or milliseconds since 1970, as programs write them: an instant, so in UTC. */
const INSTANT = /^1\d{9}(?:\d{3})?$/u;
const MONTH_FIRST =
  /^(?:[A-Za-z]{3,9},?\s+)?(?<name>[A-Za-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/u;
const DAY_FIRST =
  /^(?:[A-Za-z]{3,9},?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-](?<name>[A-Za-z]{3,9})\.?,?[\s-](?<year>\d{4})(?!\d)/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME =
  /^[T\s,]*(?:at\s)?(?<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|午前|午後|오전|오후)?\s?(?<hour>\d{1,2})\s?[:：时時点시]\s?(?<minute>\d{1,2})\s?[分분]?(?:[:：]?\s?(?<second>\d{1,2})秒?(?:[.,]\d{1,9})?)?\s*(?<half>[AaPp]\.?[Mm]\.?)?\s*(?<zone>.*)$/u;
const OFFSET = /^(?:UTC|GMT)?\s?(?<sign>[+\-−])(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?(?!\d)/iu;
/** Nothing but an offset, or a word for nothing. */
const NOTHING = /^(?:[+-]\d{1,2}:?\d{0,2}|null|~|none|nil|-)?$/iu;

/**
 * Reads a date as written: wall clock and offset are kept, nothing is moved to another zone. Separators `-`, `/`, `.`
 * and 年月日, `T`, `Z`, `+0800`, `+08:00`, `+8`, fractions of a second (dropped), English month names, 12-hour clocks.
 * Without an offset the site's zone gives it (`siteZone`, null = none known). A time that does not exist on an existing
 * day leaves the day.
 */
export function readWrittenDate(written: string, siteZone: string | null): DateReading {
  const text = spelledOut(written.trim().slice(0, 100));
  if (NOTHING.test(text)) return 'missing';
  const day = readDay(text);
  if (day === null || !isRealDay(day)) return 'invalid';
  if (day.year === 1 && day.month === 1 && day.day === 1) return 'missing';
  const name = writeDay(day);
  const dayOnly: PostDate = { date: name, day: name, wallMs: startOf(day) };
  const groups = TIME.exec(text.slice(day.length))?.groups;
  if (!groups) return dayOnly;
  return withTime(dayOnly, groups, siteZone) ?? { ...dayOnly, isTimeInvalid: true };
}

/** Runs of digits as the date that they stand for. */
function spelledOut(text: string): string {
  if (!/^\d{10,14}$/u.test(text)) return text;
  const groups = COMPACT_TIME.exec(text)?.groups;
  if (groups) {
    const { day = '', hour = '', minute = '00', second = '00' } = groups;
    const isDay = readDay(day);
    if (isDay !== null && isRealDay(isDay)) return `${day} ${hour}:${minute}:${second}`;
  }
  if (!INSTANT.test(text)) return text;
  const instant = new Date(text.length === 10 ? Number(text) * 1000 : Number(text));
  return instant.toISOString();
}

/** The calendar day `year-month-day` as a date without a time; null when there is no such day. */
export function dayOf(year: number, month: number, day: number): PostDate | null {
  const parts = { year, month, day, length: 0 };
  if (!isRealDay(parts)) return null;
  const name = writeDay(parts);
  return { date: name, day: name, wallMs: startOf(parts) };
}

interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Characters of the text that the day took. */
  readonly length: number;
}

function readDay(text: string): DayParts | null {
  for (const pattern of [DAY, COMPACT, MONTH_FIRST, DAY_FIRST]) {
    const match = pattern.exec(text);
    if (match?.groups) {
      const { year, month, day, name } = match.groups;
      const monthNumber =
        name === undefined ? Number(month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
      return { year: Number(year), month: monthNumber, day: Number(day), length: match[0].length };
    }
  }
  return null;
}

function isRealDay({ year, month, day }: DayParts): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const made = new Date(startOf({ year, month, day }));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

function startOf({ year, month, day }: Omit<DayParts, 'length'>): number {
  // Date.UTC takes years below 100 for 19xx; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function writeDay({ year, month, day }: DayParts): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Null when the time does not exist (25:61). */
function withTime(dayOnly: PostDate, groups: Groups, siteZone: string | null): PostDate | null {
  const hour = hourOf(Number(groups['hour']), groups['half'] ?? halfOf(groups['part']));
  const minute = Number(groups['minute']);
  const second = Number(groups['second'] ?? 0);
  if (hour > 23 || minute > 59 || second > 60) return null;
  // A leap second is shown as the last of its minute: it must not stand on the next day either.
  const shownSecond = Math.min(second, 59);
  const wallMs = dayOnly.wallMs + ((hour * 60 + minute) * 60 + shownSecond) * 1000;
  const offset = offsetOf(groups['zone'] ?? '', { siteZone, wallMs });
  const clock = `${two(hour)}:${two(minute)}:${two(shownSecond)}`;
  return { date: `${dayOnly.day}T${clock}${offset}`, day: dayOnly.day, wallMs };
}

/** `am` or `pm` for a part of the day in Chinese, Japanese or Korean. */
function halfOf(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  return /^(?:中午|下午|傍晚|晚上|午後|오후)$/u.test(part) ? 'pm' : 'am';
}

/** The written offset, that of a named zone, or else the site's; none for a zone whose name says nothing here. */
function offsetOf(
  zone: string,
  { siteZone, wallMs }: { readonly siteZone: string | null; readonly wallMs: number },
): string {
  const written = writtenOffset(zone);
  if (written !== null) return written;
  const name = /^[A-Za-z]+\/[\w/+-]+/u.exec(zone)?.[0] ?? null;
  if (name !== null) return siteOffset(name, wallMs);
  const short = /^(?<name>[A-Z]{2,4}T)\b/u.exec(zone)?.groups?.['name'];
  return short === undefined ? siteOffset(siteZone, wallMs) : (SHORT_ZONES.get(short) ?? '');
}

/** Names that RFC 5322 still reads; CST is left out, which is both American and Chinese. */
const SHORT_ZONES: ReadonlyMap<string, string> = new Map([
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
  ['HKT', '+08:00'],
  ['CET', '+01:00'],
  ['CEST', '+02:00'],
]);

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** `Z`, `+08:00` or null when no offset is written. */
function writtenOffset(zone: string): string | null {
  const groups = OFFSET.exec(zone)?.groups;
  if (groups) {
    const minutes = Number(groups['hours']) * 60 + Number(groups['minutes'] ?? 0);
    if (minutes <= 18 * 60) return writeOffset(groups['sign'] === '+' ? minutes : -minutes);
  }
  return /^(?:Z|UTC|GMT)\b/iu.test(zone) ? 'Z' : null;
}

function siteOffset(siteZone: string | null, wallMs: number): string {
  const minutes = siteZone === null ? null : offsetMinutesAt(siteZone, wallMs);
  return minutes === null ? '' : writeOffset(minutes);
}
