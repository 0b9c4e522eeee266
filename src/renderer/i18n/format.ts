import { localeOf, type Language } from './i18n.ts';

/** Formats of one language. Days are calendar days as written, whatever this computer's zone is. */
export interface Format {
  readonly number: (value: number) => string;
  /** `YYYY-MM-DD` -> "18 May 2022", without the year when it is `currentYear`'s month head anyway. */
  readonly shortDay: (day: string) => string;
  readonly fullDay: (day: string) => string;
  /** ISO instant -> day and time on this computer's clock. */
  readonly moment: (instant: string) => string;
  /** `YYYY-MM` -> "May 2022". */
  readonly month: (month: string) => string;
  /** `YYYY-MM` -> "Apr 2022", where there is little room; 2022年4月 is short already. */
  readonly shortMonth: (month: string) => string;
  /** `YYYY-MM` -> "Apr", 4月, under an axis. */
  readonly shortMonthName: (month: string) => string;
  /** `YYYY` -> "2022", 2022年. */
  readonly year: (year: string) => string;
  /** `YYYY-MM-DD` -> "18 Wed", 18日 周三: a day under its month. */
  readonly dayOfMonth: (day: string) => string;
  /** A day of any year: "18 May", 5月18日. Months and days from 1 on. */
  readonly calendarDay: (month: number, day: number) => string;
  /** With one place after the point. */
  readonly decimal: (value: number) => string;
  /** `YYYY-MM` -> "May", where the year is said already. */
  readonly monthName: (month: string) => string;
  /** Compares names in the order a reader of the language expects (Chinese by pinyin). */
  readonly compare: (left: string, right: string) => number;
}

/** The UTC instant of a written calendar day or month: formatting it in UTC gives the same day back everywhere. */
function instantOf(text: string): Date {
  const [year = 1970, month = 1, day = 1] = text.split('-').map(Number);
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return instant;
}

/** Formatters of one language, made once: `Intl` objects are slow to make and quick to use. */
export function createFormat(language: Language): Format {
  const tag = language === 'zh' ? 'zh-Hans-CN' : 'en-GB';
  const number = new Intl.NumberFormat(language === 'zh' ? 'zh-Hans-CN' : 'en');
  const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const full = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  // 5月, as in 2022年5月: beside it the long form (五月) reads like another word.
  const monthName = new Intl.DateTimeFormat(tag, {
    month: language === 'zh' ? 'short' : 'long',
    timeZone: 'UTC',
  });
  const shortMonth = new Intl.DateTimeFormat(tag, {
    month: language === 'zh' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const shortMonthName = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' });
  const anyYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const decimal = new Intl.NumberFormat(language === 'zh' ? 'zh-Hans-CN' : 'en', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const collator = new Intl.Collator(localeOf(language), { numeric: true });
  return {
    number: (value) => number.format(value),
    shortDay: (day) => short.format(instantOf(day)),
    fullDay: (day) => full.format(instantOf(day)),
    moment: (instant) => moment.format(new Date(instant)),
    month: (text) => month.format(instantOf(text)),
    monthName: (text) => monthName.format(instantOf(text)),
    shortMonth: (text) => shortMonth.format(instantOf(text)),
    shortMonthName: (text) => shortMonthName.format(instantOf(text)),
    year: (text) => (language === 'zh' ? `${text}年` : text),
    dayOfMonth: (text) => {
      const dayNumber = Number(text.slice(8, 10));
      return `${dayNumber}${language === 'zh' ? '日' : ''} ${weekday.format(instantOf(text))}`;
    },
    // A leap year: it has every day.
    calendarDay: (monthNumber, day) => anyYear.format(instantOf(`2000-${monthNumber}-${day}`)),
    decimal: (value) => decimal.format(value),
    compare: (left, right) => collator.compare(left, right),
  };
}
