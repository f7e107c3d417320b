// The days of reminders, as people write them: "-3, 1".
/** Whole numbers between commas or blanks, in order and once each; undefined where one is no number or too far. */
export function readDays(text: string): number[] | undefined {
  const latin = text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[−–]/g, '-');
  const parts = latin.split(/[\s,;،]+/).filter(Boolean);
  if (parts.some((part) => !/^[+-]?\d{1,3}$/.test(part)) || parts.length > 10) return undefined;
  return [...new Set(parts.map(Number))].sort((one, other) => one - other);
}
