// The client's texts that are at hand: those of every screen, and those of each room that somebody opened, in the languages that were spoken.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from './numbers';

/** The texts that every screen uses lie in no room. */
export const EVERYWHERE = '';
/** Where the texts of a room in a language come from; nothing where the room has none of its own. */
export type Source = (language: Language, room: string) => (() => Promise<string>) | undefined;

export class Shelf {
  private readonly bundles = new Map<Language, FluentBundle>();
  private readonly coming = new Map<string, Promise<void>>();
  private readonly here = new Set<string>();
  private readonly opened = new Set([EVERYWHERE]);

  constructor(private readonly source: Source) {}

  /** The texts of a language, as far as they are here. */
  of(language: Language): FluentBundle {
    const bundle = this.bundles.get(language) ?? new FluentBundle(language, { useIsolating: true });
    this.bundles.set(language, bundle);
    return bundle;
  }

  /** Brings a room's texts, once; after a failure the next call tries anew. */
  bring(language: Language, room: string): Promise<void> {
    const key = `${language} ${room}`;
    const coming = this.coming.get(key) ?? this.fetched(language, room).catch((error: unknown) => {
      this.coming.delete(key);
      throw error;
    });
    this.coming.set(key, coming);
    return coming;
  }

  /** Which of the rooms that were opened are not here in a language. */
  missing(language: Language): string[] {
    return [...this.opened].filter((room) => !this.here.has(`${language} ${room}`));
  }

  private async fetched(language: Language, room: string): Promise<void> {
    const text = await this.source(language, room)?.();
    if (text !== undefined) this.of(language).addResource(new FluentResource(text));
    this.here.add(`${language} ${room}`);
    this.opened.add(room);
  }
}
