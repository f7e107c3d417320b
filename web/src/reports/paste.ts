// Cells that come from a spreadsheet, by the order in which a person sees the fields.
/** What was copied, line by line; null where it is a single value, which is pasted as ever. */
export function table(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
  return lines.length > 1 || (lines[0]?.length ?? 0) > 1 ? lines : null;
}

/** A field of the grid: in which row, in which group of that row, and which of the group's fields. */
export interface Place {
  row: number;
  group: number;
  field: number;
}

/**
 * Where each value goes. One or two columns go down the groups, as they stand on the screen, and on into the next row. More columns are a line for
 * each row: the groups side by side, with every field of a group or its first alone. `shape` says how many groups each row has, and how many fields a
 * group of it has. What has no place is left out, and counted by whoever asks.
 */
export function placed(lines: string[][], from: Place, shape: readonly { groups: number; fields: number }[]): { place: Place; text: string }[] {
  const width = Math.max(...lines.map((line) => line.length));
  const found: { place: Place; text: string }[] = [];
  if (width <= (shape[from.row]?.fields ?? 1)) {
    let { row, group } = from;
    for (const line of lines) {
      while (row < shape.length && group >= (shape[row]?.groups ?? 0)) [row, group] = [row + 1, 0];
      const here = shape[row];
      if (!here) break;
      line.forEach((text, at) => from.field + at < here.fields && found.push({ place: { row, group, field: from.field + at }, text }));
      group += 1;
    }
    return found;
  }
  for (const [down, line] of lines.entries()) {
    const row = from.row + down;
    const here = shape[row];
    if (!here) break;
    const left = here.groups - from.group;
    const step = line.length > left ? 1 : here.fields;
    line.forEach((text, at) => {
      const flat = from.group * here.fields + from.field + at * step;
      const place = { row, group: Math.floor(flat / here.fields), field: flat % here.fields };
      if (place.group < here.groups) found.push({ place, text });
    });
  }
  return found;
}
