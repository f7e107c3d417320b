// Files to and from the server, with the person's rights.
import { Refused, refusal, Stopped } from './graphql';
import { accessToken, reach } from './session.svelte';
import { language } from './texts.svelte';

interface Way {
  /** How many bytes of how many have gone. */
  moved?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Brings a file to the server. Returns the id by which a mutation names it. */
export async function upload(file: File, { moved, signal }: Way = {}): Promise<string> {
  const token = await accessToken();
  if (signal?.aborted) throw new Stopped();
  // What has gone is told by this way of sending alone.
  const sent = new XMLHttpRequest();
  return new Promise((done, failed) => {
    const stop = () => sent.abort();
    signal?.addEventListener('abort', stop);
    sent.open('PUT', `/files?name=${encodeURIComponent(file.name)}`);
    sent.responseType = 'json';
    sent.setRequestHeader('authorization', `Bearer ${token ?? ''}`);
    sent.setRequestHeader('accept-language', language());
    sent.upload.onprogress = (event) => moved?.(event.loaded, event.lengthComputable ? event.total : file.size);
    sent.onload = () => (sent.status >= 200 && sent.status < 300 && sent.response ? done((sent.response as { id: string }).id) : failed(refusal(sent.status, sent.response, sent.getResponseHeader('x-request-id'))));
    sent.onerror = () => failed(new Refused('OFFLINE', ''));
    sent.onabort = () => failed(new Stopped());
    sent.onloadend = () => signal?.removeEventListener('abort', stop);
    sent.send(file);
  });
}

/** Hands a file of the server to the person. */
export async function take(path: string, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await (await reach(path)).blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
