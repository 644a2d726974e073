import { expect, test } from 'bun:test';
import { join, newPerson, newRoom, say } from './support/client.ts';
import { clientFrame, rawConnection, upgradeHead } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile({
  LIMITS: 'message=off room=off session=off lookup=off request=off members=off frame=300/10',
});

async function alone() {
  const person = await newPerson(server);
  const { code } = await newRoom(person, { retention_seconds: 3_600 });
  return { person, code, socket: await enter(server, person, code) };
}

test('a bad frame is answered with an error and the socket stays; the fifth closes it with 4400', async () => {
  const { socket } = await alone();
  const bad = ['not json', '[]', '{"type":"dance"}', '{"type":"ping","extra":1}'];
  for (const frame of bad) {
    socket.sendRaw(frame);
    expect((await socket.next('error')).code).toBe('invalid_request');
  }
  await socket.settled();
  socket.sendRaw('{"type":"chat_message"}');
  expect((await socket.closed).code).toBe(4400);
});

test('a message that can’t be taken comes back with its client_id and the reason', async () => {
  const { socket } = await alone();
  socket.send({ type: 'chat_message', content: '', client_id: 'empty-1' });
  expect(await socket.next('error')).toMatchObject({ code: 'invalid_request', client_id: 'empty-1' });
  await socket.settled();
});

test('a binary frame is a bad frame', async () => {
  const { socket } = await alone();
  socket.sendRaw(new Uint8Array([1, 2, 3]));
  expect((await socket.next('error')).code).toBe('invalid_request');
  await socket.settled();
});

test('a frame over 64 KiB is refused, one just below is read', async () => {
  const { socket } = await alone();
  const padded = (bytes: number) => `{"type":"ping"${' '.repeat(bytes - 15)}}`;
  socket.sendRaw(padded(64 * 1024));
  await socket.next('pong');
  socket.sendRaw(padded(64 * 1024 + 1));
  expect((await socket.next('error')).code).toBe('payload_too_large');
  await socket.settled();
});

test('a burned room closes every socket in it with 4410', async () => {
  const { person, code, socket } = await alone();
  const guest = await enter(server, await newPerson(server), code);
  await person.call('burnRoom', { params: { code } });
  expect([(await socket.closed).code, (await guest.closed).code]).toEqual([4410, 4410]);
});

test('the 301st frame in ten seconds closes the socket with 4429', async () => {
  const { socket } = await alone();
  await server.clock.hold();
  for (let index = 0; index < 300; index++) socket.send({ type: 'ping' });
  await socket.until(
    (frame) => frame.type === 'pong' && socket.frames.filter(({ type }) => type === 'pong').length >= 300,
  );
  socket.send({ type: 'ping' });
  expect((await socket.closed).code).toBe(4429);
  await server.clock.run();
});

test('ten thousand frames at once close the socket with 4429, and nobody else notices', async () => {
  const { code, socket } = await alone();
  const other = await enter(server, await newPerson(server), code);
  for (let index = 0; index < 10_000; index++) socket.sendRaw('{"type":"typing"}');
  expect((await socket.closed).code).toBe(4429);
  await other.settled();
});

test('half a frame, and a frame in two halves that never ends, hold nobody up', async () => {
  const { person, code } = await alone();
  for (const bytes of [Buffer.from([0x81, 0xfe, 0x10]), clientFrame(1, Buffer.from('{"type":'), { fin: false })]) {
    const connection = await rawConnection(server);
    connection.socket.write(upgradeHead(server, `/ws/chat/${code}/?token=${person.token}`));
    await connection.until((received) => received.includes('"history"'));
    connection.socket.write(bytes);
    const other = await enter(server, person, code);
    await other.settled();
    connection.socket.destroy();
  }
});

test('a frame in two halves is read as one', async () => {
  const { person, code } = await alone();
  const connection = await rawConnection(server);
  connection.socket.write(upgradeHead(server, `/ws/chat/${code}/?token=${person.token}`));
  await connection.until((received) => received.includes('"history"'));
  connection.socket.write(clientFrame(1, Buffer.from('{"type":'), { fin: false }));
  connection.socket.write(clientFrame(0, Buffer.from('"ping"}')));
  await connection.until((received) => received.includes('"pong"'));
  connection.socket.destroy();
});

test('a reader who never reads is closed with 4408, and the server’s memory stays bounded', async () => {
  const { person, code } = await alone();
  const reader = await newPerson(server);
  await join(reader, code);
  const connection = await rawConnection(server);
  connection.socket.write(upgradeHead(server, `/ws/chat/${code}/?token=${reader.token}`));
  await connection.until((received) => received.includes('"history"'));
  connection.socket.pause();
  const watching = await enter(server, person, code);
  const words = 'x'.repeat(4_000);
  const residentMb = async () => {
    const status = await Bun.file(`/proc/${server.pid}/status`).text();
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  };
  const before = await residentMb();
  const gone = watching.until((frame) => frame.type === 'presence' && frame.offline.length > 0);
  let isGone = false;
  void gone.then(
    () => {
      isGone = true;
    },
    () => {},
  );
  let sent = 0;
  while (!isGone && sent < 20_000) {
    await Promise.all(Array.from({ length: 100 }, () => say(person, code, words)));
    sent += 100;
  }
  await gone;
  expect((await residentMb()) - before).toBeLessThan(150);
  connection.socket.resume();
  // The close frame: opcode 8, and its code.
  await connection.until((received) => received.includes(Buffer.from([4408 >> 8, 4408 & 0xff])));
  connection.socket.destroy();
}, 30_000);
