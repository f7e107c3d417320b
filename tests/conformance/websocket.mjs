// Twelve probes of the protocol graphql-transport-ws, with the client library `ws`: node websocket.mjs http://127.0.0.1:8080/graphql
// Each says what it does and what must come. Fails unless all are ok.
import assert from 'node:assert/strict';
import WebSocket from 'ws';

const url = process.argv[2]?.replace(/^http/, 'ws');
if (!url) {
  console.error('usage: node websocket.mjs URL');
  process.exit(2);
}

const PROTOCOL = 'graphql-transport-ws';
const PATIENCE = 15_000; // the server waits ten seconds for connection_init

/** A socket whose messages and whose end can be waited for. */
function open(protocol = PROTOCOL) {
  const socket = new WebSocket(url, protocol);
  const messages = [];
  const readers = [];
  const closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })));
  const opened = new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    const reader = readers.shift();
    if (reader) reader(message);
    else messages.push(message);
  });
  const within = (promise, what) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${what} did not come in ${PATIENCE / 1000} s`)), PATIENCE);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  };
  return {
    socket,
    send: (message) => socket.send(JSON.stringify(message)),
    opened: () => within(opened, 'the opening'),
    next: () => (messages.length ? Promise.resolve(messages.shift()) : within(new Promise((resolve) => readers.push(resolve)), 'a message')),
    closed: () => within(closed, 'the close'),
  };
}

/** A socket that was acknowledged. */
async function acknowledged() {
  const client = open();
  await client.opened();
  client.send({ type: 'connection_init' });
  assert.deepEqual(await client.next(), { type: 'connection_ack' });
  return client;
}

const query = (id, text = '{ __typename }') => ({ type: 'subscribe', id, payload: { query: text } });

async function closesWith(client, code) {
  const end = await client.closed();
  assert.equal(end.code, code, `closed with ${end.code} ${end.reason}`);
  assert.ok(!/expected|line \d/.test(end.reason), `the reason repeats a parser's words: ${end.reason}`);
}

const probes = {
  'a query is answered and completed': async () => {
    const client = await acknowledged();
    client.send(query('1'));
    assert.deepEqual(await client.next(), { type: 'next', id: '1', payload: { data: { __typename: 'Query' } } });
    assert.deepEqual(await client.next(), { type: 'complete', id: '1' });
    client.socket.close(1000);
    await closesWith(client, 1000);
  },
  'a document that cannot run is an error of its operation, and the socket lives': async () => {
    const client = await acknowledged();
    client.send(query('1', '{ nonsense }'));
    const error = await client.next();
    assert.equal(error.type, 'error');
    assert.ok(Array.isArray(error.payload) && error.payload[0].message);
    client.send(query('1'));
    assert.equal((await client.next()).type, 'next');
    client.socket.terminate();
  },
  'a ping is answered, before and after connection_init, with its payload': async () => {
    const client = open();
    await client.opened();
    client.send({ type: 'ping' });
    assert.deepEqual(await client.next(), { type: 'pong' });
    client.send({ type: 'connection_init' });
    await client.next();
    client.send({ type: 'ping', payload: { n: 1 } });
    assert.deepEqual(await client.next(), { type: 'pong', payload: { n: 1 } });
    client.socket.terminate();
  },
  'a message that is no JSON closes with 4400': async () => {
    const client = open();
    await client.opened();
    client.socket.send('garbage');
    await closesWith(client, 4400);
  },
  'a message of an unknown type closes with 4400': async () => {
    const client = await acknowledged();
    client.send({ type: 'start', id: '1', payload: {} });
    await closesWith(client, 4400);
  },
  'a binary frame closes with 4400': async () => {
    const client = await acknowledged();
    client.socket.send(Buffer.from([0, 159, 146, 150]));
    await closesWith(client, 4400);
  },
  'a frame above 256 kB closes with 4400': async () => {
    const client = await acknowledged();
    client.send(query('1', `{ __typename } #${'x'.repeat(300 * 1024)}`));
    await closesWith(client, 4400);
  },
  'subscribe before connection_init closes with 4401': async () => {
    const client = open();
    await client.opened();
    client.send(query('1'));
    await closesWith(client, 4401);
  },
  'another subprotocol closes with 4406': async () => {
    const client = open('graphql-ws');
    await closesWith(client, 4406);
  },
  'no connection_init in time closes with 4408': async () => {
    const client = open();
    await closesWith(client, 4408);
  },
  'an id that is in use closes with 4409': async () => {
    const client = await acknowledged();
    // The server hashes the password, which takes it longer than to read the next message.
    client.send(query('1', 'mutation { signIn(input: { email: "nobody@example.org", password: "a password" }) { accessToken } }'));
    client.send(query('1'));
    await closesWith(client, 4409);
  },
  'a second connection_init closes with 4429': async () => {
    const client = await acknowledged();
    client.send({ type: 'connection_init' });
    await closesWith(client, 4429);
  },
};

let ok = 0;
for (const [name, probe] of Object.entries(probes)) {
  try {
    await probe();
    ok += 1;
  } catch (error) {
    console.log(`FAILED ${name}: ${error.message}`);
  }
}
const all = Object.keys(probes).length;
console.log(`websocket: ${ok} of ${all} probes are ok`);
process.exit(ok === all && all === 12 ? 0 : 1);
