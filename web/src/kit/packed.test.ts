import { beforeEach, describe, expect, it } from 'vitest';
import { hear, packed } from './packed';

const LARGE = JSON.stringify(Array(200).fill({ categoryId: 'Q2F0ZWdvcnk6MDE5Y2RiZThlODAwNzU4', newPeople: 12 }));
const says = (value: string) => hear(new Headers({ 'accept-encoding': value }));

describe('what is sent', () => {
  beforeEach(() => hear(new Headers()));

  it('goes as it is until the server says that it reads what is packed', async () => {
    expect(await packed(LARGE)).toEqual({ body: LARGE, headers: {} });
    says('br, zstd');
    expect((await packed(LARGE)).body).toBe(LARGE);
  });

  it('goes packed when it is large, and is the same when it is unpacked', async () => {
    says('gzip;q=1, identity');
    const { body, headers } = await packed(LARGE);
    expect(headers).toEqual({ 'content-encoding': 'gzip' });
    expect((body as ArrayBuffer).byteLength).toBeLessThan(LARGE.length / 10);
    const unpacked = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(unpacked).text()).toBe(LARGE);
  });

  it('goes as it is when it is small', async () => {
    says('gzip');
    expect((await packed('{}')).body).toBe('{}');
  });
});
