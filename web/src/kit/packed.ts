// Large requests go packed over thin links, where the browser can pack and the server says that it reads what is packed: with each answer, in
// `Accept-Encoding` (RFC 9110, 12.5.3). Until it has said so they go as they are.
const WORTH_BYTES = 2_000;
let read = false;

/** Hears from an answer what the server reads. */
export function hear(headers: Headers): void {
  read = headers.get('accept-encoding')?.split(',').some((one) => one.trim().split(';')[0] === 'gzip') ?? false;
}

/** What is sent of a text, and the headers that say so. */
export async function packed(text: string): Promise<{ body: string | ArrayBuffer; headers: Record<string, string> }> {
  if (!read || text.length < WORTH_BYTES || typeof CompressionStream === 'undefined') return { body: text, headers: {} };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(stream).arrayBuffer(), headers: { 'content-encoding': 'gzip' } };
}
