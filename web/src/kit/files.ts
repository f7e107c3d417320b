// Files to and from the server, with the person's rights.
import { reach } from './session.svelte';

/** Brings a file to the server. Returns the id by which a mutation names it. */
export async function upload(file: File): Promise<string> {
  const response = await reach(`/files?name=${encodeURIComponent(file.name)}`, { method: 'PUT', body: file });
  return ((await response.json()) as { id: string }).id;
}

/** Hands a file of the server to the person. */
export async function take(path: string, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await (await reach(path)).blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
