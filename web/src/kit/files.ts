// Files to and from the server, with the person's rights.
import { Refused, refusal, Stopped } from './graphql';
import { accessToken, reach } from './session.svelte';
import { language } from './texts.svelte';

interface Way {
  /** How many bytes of how many have gone; null where nobody knows how many there are. */
  moved?: (done: number, total: number | null) => void;
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
export async function take(path: string, name: string, { moved, signal }: Way = {}): Promise<void> {
  let content: Blob;
  try {
    content = await received(await reach(path, signal ? { signal } : {}), moved);
  } catch (error) {
    if (signal?.aborted) throw new Stopped();
    throw error instanceof Refused ? error : new Refused('OFFLINE', String(error));
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The whole content of an answer, part by part as it comes. */
async function received(answer: Response, moved: Way['moved']): Promise<Blob> {
  // What comes packed is longer than it says.
  const length = answer.headers.has('content-encoding') ? null : Number(answer.headers.get('content-length')) || null;
  const [parts, reader] = [[] as BlobPart[], answer.body?.getReader()];
  for (let done = 0; reader; ) {
    const { value, done: ended } = await reader.read();
    if (ended) break;
    parts.push(value);
    moved?.((done += value.length), length);
  }
  return new Blob(parts, { type: answer.headers.get('content-type') ?? '' });
}
