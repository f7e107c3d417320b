// The one way to ask before something is lost: `if (!(await sure(...))) return;`. The frame asks, in the dialog of ui/Sure.svelte; a question that wants a
// field filled in puts it into that dialog itself.
export interface Question {
  title: string;
  /** What the button that does it says. */
  action: string;
  answer: (yes: boolean) => void;
}
let open = $state.raw<Question | null>(null);
export const question = (): Question | null => open;

export function sure(title: string, action: string): Promise<boolean> {
  open?.answer(false);
  return new Promise((resolve) => {
    const mine: Question = {
      title,
      action,
      answer: (yes) => {
        if (open === mine) open = null;
        resolve(yes);
      },
    };
    open = mine;
  });
}
