import type { Language } from '../i18n/i18n.ts';

/** Parts of a written date: `2022-05-18`, then perhaps `T05:00:29` and an offset that is not looked at. */
const WRITTEN = /^(?<day>\d{4,6}-\d{2}-\d{2})(?:T(?<time>\d{2}:\d{2}))?/u;

const formatOf = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-Hans-CN' : 'en-GB', {
    ...options,
    timeZone: 'UTC',
  });

// Made once: `Intl` objects are slow to make, and every post needs them.
const WEEKDAYS = {
  en: formatOf('en', { weekday: 'short' }),
  zh: formatOf('zh', { weekday: 'long' }),
} as const;
const DAYS = {
  en: formatOf('en', { year: 'numeric', month: 'short', day: 'numeric' }),
  zh: formatOf('zh', { year: 'numeric', month: 'long', day: 'numeric' }),
} as const;

/**
 * A post's date for its meta line, by its own wall clock: "Wed 18 May 2022, 05:00", 2022年5月18日 星期三 05:00. The time
 * is left out where only a day is written; null when the text is no date.
 */
export function formatMoment(date: string, language: Language): string | null {
  const { day, time } = WRITTEN.exec(date)?.groups ?? {};
  const instant = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  const weekday = WEEKDAYS[language].format(instant);
  const calendarDay = DAYS[language].format(instant);
  if (language === 'zh') return [calendarDay, weekday, time].filter(Boolean).join(' ');
  return `${weekday} ${calendarDay}${time === undefined ? '' : `, ${time}`}`;
}
