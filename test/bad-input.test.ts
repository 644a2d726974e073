import { expect, test } from 'bun:test';
import { readProblem } from './support/answer.ts';
import { createClient, join, messagesOf, newPerson, newRoom, type Person, say } from './support/client.ts';
import { rawConnection, rawRequest } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();

/** Sends these bytes as the body of `POST /api/messages/send/`. */
async function sendBytes(person: Person, body: Uint8Array<ArrayBuffer> | string, contentType = 'application/json') {
  const response = await fetch(`${server.url}/api/messages/send/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': contentType },
    body,
  });
  return readProblem(response, await response.text());
}

async function alone() {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  return { person, code };
}

test('wrong types and unknown fields are refused, each by its name, and leave no trace', async () => {
  const { person, code } = await alone();
  const content = 'hello';
  const cases: [body: unknown, path: string][] = [
    [{ room_code: code, content: 5 }, 'content'],
    [{ room_code: code, content: null }, 'content'],
    [{ room_code: code, content: ['a'] }, 'content'],
    [{ room_code: code }, 'content'],
    [{ room_code: 7, content }, 'room_code'],
    [{ room_code: code, content, client_id: '' }, 'client_id'],
    [{ room_code: code, content, client_id: 'a'.repeat(65) }, 'client_id'],
    [{ room_code: code, content, client_id: 'a b' }, 'client_id'],
    [{ room_code: code, content, reply_to: 5 }, 'reply_to'],
    [{ room_code: code, content, admin: true }, 'admin'],
    [{ room_code: code, content, seq: 1 }, 'seq'],
  ];
  for (const [body, path] of cases) {
    const { errors } = await person.refused('invalid_request', 'sendMessage', { body });
    expect(errors?.some((error) => error.path === path || error.message.includes(path))).toBe(true);
  }
  for (const body of [[], 'text', 5, null]) await person.refused('invalid_request', 'sendMessage', { body });
  await person.refused('invalid_request', 'createRoom', { body: { kind: 'sealed' } });
  await person.refused('invalid_request', 'createRoom', { body: { locked: 'yes' } });
  await person.refused('invalid_request', 'endSession', { query: { erase_messages: 'maybe' } });
  expect(await messagesOf(person, code)).toEqual([]);
});

test('__proto__ in a body changes nothing', async () => {
  const { person, code } = await alone();
  const body = `{"room_code":"${code}","content":"x","__proto__":{"admin":true},"constructor":{"prototype":{}}}`;
  expect((await sendBytes(person, body)).code).toBe('invalid_request');
});

test('a body that is no JSON, or doesn’t say that it is, is refused', async () => {
  const { person, code } = await alone();
  for (const body of ['', '{', 'nul', '{"a":1}{"b":2}', "{'a':1}", `{"content":"${'\u0000'}"}`]) {
    expect((await sendBytes(person, body)).code).toBe('invalid_request');
  }
  expect((await sendBytes(person, '['.repeat(30_000))).code).toBe('invalid_request');
  const good = JSON.stringify({ room_code: code, content: 'hi' });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp']) {
    expect((await sendBytes(person, good, type)).code).toBe('unsupported_media_type');
  }
});

test('a body of 2 MB is too large, also when nobody says how long it is', async () => {
  const { person, code } = await alone();
  const body = JSON.stringify({ room_code: code, content: 'x'.repeat(2_000_000) });
  expect((await sendBytes(person, body)).code).toBe('payload_too_large');
  const chunks = new ReadableStream({
    start(controller) {
      for (let index = 0; index < 40; index++) controller.enqueue(new TextEncoder().encode('x'.repeat(50_000)));
      controller.close();
    },
  });
  const response = await fetch(`${server.url}/api/messages/send/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': 'application/json' },
    body: chunks,
  });
  expect(readProblem(response, await response.text()).code).toBe('payload_too_large');
});

test('broken UTF-8 and lone surrogates are refused', async () => {
  const { person, code } = await alone();
  const broken = Buffer.from(`{"room_code":"${code}","content":"a?b"}`);
  for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
    const at = broken.indexOf('?');
    const body = Buffer.concat([broken.subarray(0, at), Buffer.from(bytes), broken.subarray(at + 1)]);
    expect((await sendBytes(person, new Uint8Array(body))).code).toBe('invalid_request');
  }
  for (const escaped of ['\\ud800', '\\udc00', 'a\\udfff']) {
    const body = `{"room_code":"${code}","content":"${escaped}"}`;
    expect((await sendBytes(person, body)).code).toBe('invalid_request');
  }
  expect(await messagesOf(person, code)).toEqual([]);
});

test('nicknames with bidirectional, zero-width, control or private characters are refused', async () => {
  const anonymous = createClient(server);
  const bad = [
    '\u202Eevil',
    'a\u200Bb',
    'a\u2066b',
    'a\u0000b',
    'a\nb',
    '\uE000x',
    'a\u200Db',
    'a\uFEFFb',
    'two  spaces',
  ];
  const more = ['x', '  x  ', '', 'x'.repeat(33), 'x\u0301\u0302\u0303\u0304x', '\u3164\u3164', '\u{E0041}ab', 'a\tb'];
  for (const nickname of [...bad, ...more]) {
    const { errors } = await anonymous.refused('invalid_request', 'createSession', { body: { nickname } });
    expect([nickname, errors?.[0]?.path]).toEqual([nickname, 'nickname']);
  }
});

test('nicknames of all scripts are taken, trimmed and composed', async () => {
  for (const [typed, kept] of [
    ['李小龙', '李小龙'],
    ['  Zoe\u0308 ', 'Zoë'],
    ['أحمد', 'أحمد'],
    ['🦢❤️', '🦢❤️'],
    ['x'.repeat(32), 'x'.repeat(32)],
    ['🦢'.repeat(32), '🦢'.repeat(32)],
    ["O'Brien; --", "O'Brien; --"],
  ] as const) {
    const { session } = await createClient(server).call('createSession', { body: { nickname: typed } });
    expect(session.nickname).toBe(kept);
  }
});

test('SQL and HTML come back to the letter, from every field', async () => {
  const hostile = [
    "'; DROP TABLE messages; --",
    '<script>alert(1)</script>',
    '" onload="x',
    '{{1+1}}<%= 1 %>',
    '%s%n\\',
  ];
  for (const text of hostile) {
    const person = await newPerson(server, text);
    const room = await newRoom(person, { name: text });
    expect(room.name).toBe(text);
    const socket = await enter(server, person, room.code);
    expect(socket.welcome.member.nickname).toBe(text);
    await say(person, room.code, text);
    expect(await socket.next('chat_message')).toMatchObject({ content: text, nickname: text });
    expect((await messagesOf(person, room.code))[0]).toMatchObject({ content: text, nickname: text });
    const { members } = await person.call('listMembers', { params: { code: room.code } });
    expect(members[0]?.nickname).toBe(text);
  }
});

test('hostile paths and queries are refused as problems', async () => {
  const { person } = await alone();
  const hostile = ["';--", '../../etc/passwd', '%00', '\u202E', 'a'.repeat(5_000), '<script>'];
  for (const text of hostile) {
    await person.refused('not_found', 'getRoom', { params: { code: text } });
    const response = await fetch(`${server.url}/api/messages/${encodeURIComponent(text)}/`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${person.token}` },
    });
    expect([400, 404]).toContain(response.status);
    readProblem(response, await response.text());
  }
  const { host } = new URL(server.url);
  for (const path of [
    '/../../etc/passwd',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
    '/%',
  ]) {
    const response = await rawRequest(server, [`GET ${path} HTTP/1.1`, `Host: ${host}`]);
    expect(await response.text()).not.toContain('"dependencies"');
    expect(response.status).toBeLessThan(500);
  }
});

test('an unknown call and a wrong method are problems', async () => {
  const unknown = await fetch(`${server.url}/api/nothing/here/`);
  expect(readProblem(unknown, await unknown.text()).code).toBe('not_found');
  const wrong = await fetch(`${server.url}/api/session/create/`);
  expect([404, 405]).toContain(wrong.status);
  expect(wrong.headers.get('content-type')).toStartWith('application/problem+json');
});

test('a request that never ends, and bytes that are no request, hold nobody up', async () => {
  const { host } = new URL(server.url);
  const slow = await rawConnection(server);
  slow.socket.write(
    `POST /api/session/create/ HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
  );
  const noise = await rawConnection(server);
  noise.socket.write(Buffer.from(Array.from({ length: 2_000 }, (_, index) => (index * 37) % 256)));
  await newPerson(server);
  slow.socket.destroy();
  noise.socket.destroy();
});

test('control characters in a message are refused, newlines and every script are kept', async () => {
  const { person, code } = await alone();
  for (const content of ['a\u0000b', 'a\u0007b', 'a\rb', '\u001b[31mred', 'a\u0085b']) {
    await person.refused('invalid_request', 'sendMessage', { body: { room_code: code, content } });
  }
  const content = 'line\n\nline\u202E مرحبا 👩‍👩‍👧‍👦 ﷽';
  expect((await say(person, code, content)).content).toBe(content);
  expect((await say(person, code, 'e\u0301')).content).toBe('é');
});

test('look-alike nicknames are refused also when they come by socket', async () => {
  const [owner, twin] = [await newPerson(server, 'paypal'), await newPerson(server, 'раураl')];
  const { code } = await newRoom(owner);
  await twin.refused('conflict', 'joinRoom', { body: { room_code: code } });
  await expect(enter(server, twin, code)).rejects.toThrow();
  await join(await newPerson(server, 'someone else'), code);
});
