import { describe, expect, it } from 'vitest';
import type { Language } from './numbers';
import { EVERYWHERE, Shelf } from './shelf';

/** A shelf with a room `review`, whose reads are counted and fail as often as it is told. */
function shelf(failures = 0) {
  const read: string[] = [];
  const made = new Shelf((language, room) => (room === 'bare' ? undefined : async () => {
    read.push(`${language} ${room}`);
    if (room === 'review' && failures-- > 0) throw new Error('no network');
    return room === EVERYWHERE ? `skip = ${language} skip\n` : `review-title = ${language} review\n`;
  }));
  const says = (language: Language, key: string) => made.of(language).getMessage(key)?.value ?? null;
  return { made, read, says };
}

describe('the texts at hand', () => {
  it('grow with the rooms that are opened, each fetched once', async () => {
    const { made, read, says } = shelf();
    expect(made.missing('en')).toEqual([EVERYWHERE]);
    await made.bring('en', EVERYWHERE);
    expect([says('en', 'skip'), says('en', 'review-title')]).toEqual(['en skip', null]);
    await Promise.all([made.bring('en', 'review'), made.bring('en', 'review')]);
    await made.bring('en', 'review');
    expect(says('en', 'review-title')).toBe('en review');
    expect(read).toEqual(['en ', 'en review']);
    expect(made.missing('en')).toEqual([]);
  });

  it('lack in another language what was opened in the first, and nothing else', async () => {
    const { made, says } = shelf();
    await made.bring('en', EVERYWHERE);
    await made.bring('en', 'review');
    expect(made.missing('ar')).toEqual([EVERYWHERE, 'review']);
    await Promise.all(made.missing('ar').map((room) => made.bring('ar', room)));
    expect([says('ar', 'skip'), says('ar', 'review-title'), says('en', 'review-title')]).toEqual(['ar skip', 'ar review', 'en review']);
  });

  it('come when they are asked for again after a failure', async () => {
    const { made, says } = shelf(1);
    await expect(made.bring('en', 'review')).rejects.toThrow('no network');
    expect(made.missing('en')).toEqual([EVERYWHERE]);
    await made.bring('en', 'review');
    expect(says('en', 'review-title')).toBe('en review');
  });

  it('need nothing for a room without texts of its own', async () => {
    const { made, read } = shelf();
    await made.bring('en', 'bare');
    expect(read).toEqual([]);
    expect(made.missing('fr')).toEqual([EVERYWHERE, 'bare']);
  });
});
