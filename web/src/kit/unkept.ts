// What forms hold that is not kept yet: whoever is about to leave the page has it kept first.
const keepers = new Set<() => Promise<boolean>>();

/** Says how to keep what a form holds; it answers whether that worked. Returns how to say that the form is gone. */
export function keeps(keeper: () => Promise<boolean>): () => void {
  keepers.add(keeper);
  return () => void keepers.delete(keeper);
}

/** Keeps everything now; false when something could not be kept. */
export const keepAll = async (): Promise<boolean> => (await Promise.all([...keepers].map((keeper) => keeper()))).every(Boolean);
