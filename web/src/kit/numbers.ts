// How figures and dates are written. Exact: decimals stay text, null is a dash and never a zero.
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', es: 'Español', pt: 'Português', ar: 'العربية' };

/** What stands where nobody said anything. */
export const UNKNOWN = '—';
/** The digits that Arabic is written with: as in the Maghreb and in most tables of the field, or as in the Mashreq. */
export type Digits = 'latn' | 'arab';
let digits: Digits = 'latn';
/** Writes Arabic with the digits of this deployment; every other language has Latin ones. */
export const writeArabicWith = (chosen: Digits): void => {
  digits = chosen;
};
const tag = (language: Language) => `${language === 'en' ? 'en-GB' : language}-u-nu-${language === 'ar' ? digits : 'latn'}`;

/** A figure as the language writes it. Takes text too, of which no digit is lost. */
export function figure(language: Language, value: number | string | null | undefined): string {
  if (value === null || value === undefined || value === '') return UNKNOWN;
  const format = new Intl.NumberFormat(tag(language), { useGrouping: 'always' as never, maximumFractionDigits: 20 } as Intl.NumberFormatOptions);
  return format.format(value as number);
}

/** How large a file is: kB, or MB from a million bytes on. */
export function size(language: Language, bytes: number): string {
  const [unit, value] = bytes < 999_500 ? (['kilobyte', bytes / 1000] as const) : (['megabyte', bytes / 1_000_000] as const);
  return new Intl.NumberFormat(tag(language), { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 }).format(value);
}

/** A share such as 0.515737 in percent with one decimal, rounded half away from zero on the digits themselves. */
export function percent(language: Language, share: string | null | undefined): string {
  if (share === null || share === undefined) return UNKNOWN;
  const format = new Intl.NumberFormat(tag(language), { style: 'percent', useGrouping: 'always' as never, minimumFractionDigits: 1, maximumFractionDigits: 1 } as Intl.NumberFormatOptions);
  return format.format(share as unknown as number);
}

/** A moment or a day, in UTC for days; moments where this device is, or in a time zone that is said. */
export function date(language: Language, value: string | null | undefined, style: 'day' | 'moment' | 'moment-of-year' | 'month' = 'day', timeZone?: string): string {
  if (!value) return UNKNOWN;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const zone = day ? { timeZone: 'UTC' } : timeZone ? { timeZone } : {};
  const styles: Record<string, Intl.DateTimeFormatOptions> = {
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    moment: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    'moment-of-year': { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    month: { month: 'long', year: 'numeric' },
  };
  return new Intl.DateTimeFormat(tag(language), { ...styles[style], ...zone, calendar: 'gregory' }).format(new Date(value));
}

/** A day so many days later. */
export const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Whole days from `now` until `then`; below zero when it has passed. */
export const daysUntil = (then: string, now: number): number => Math.ceil((Date.parse(then) - now) / 86_400_000);

/** What somebody typed as a count: digits of any script, with or without grouping. Null is nothing, undefined is no count. */
export function readCount(text: string): number | null | undefined {
  const latin = text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  const bare = latin.replace(/[\s\u00a0\u202f]/g, '');
  if (bare === '') return null;
  const digits = /^\d{1,3}([.,'\u066c]\d{3})+$/.test(bare) ? bare.replace(/[.,'\u066c]/g, '') : bare;
  if (!/^\d{1,15}$/.test(digits)) return undefined;
  return Number(digits);
}
