// What is said to those who do not see the screen, and shown for a while to those who do.
let told = $state('');

export const said = (): string => told;

/** Says something once. */
export function announce(text: string): void {
  told = '';
  queueMicrotask(() => (told = text));
}
