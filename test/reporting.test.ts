import { beforeAll, expect, test } from 'bun:test';
import { join, newPerson, newRoom, say } from './support/client.ts';
import { goneFromDisk } from './support/disk.ts';
import { createOperator, type Operator, signIn } from './support/operator.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();
let operator: Operator;
beforeAll(async () => {
  await createOperator(server);
  operator = await signIn(server);
});

const DAY_MS = 86_400_000;

async function reported(retention_seconds = 86_400, content = 'something bad') {
  const owner = await newPerson(server, 'The owner');
  const { code } = await newRoom(owner, { retention_seconds });
  const author = await newPerson(server, 'The author');
  const reporter = await newPerson(server, 'The reporter');
  const ids = { author: await join(author, code), reporter: await join(reporter, code) };
  const message = await say(author, code, content);
  const details = `He said it again, ${content}`;
  const { report } = await reporter.call('reportMessage', {
    params: { id: message.id },
    body: { reason: 'harassment', details },
  });
  return { owner, author, reporter, ids, code, message, report, details };
}

const reportsOf = async (person: { call: Operator['call'] }, code: string, status?: 'open') =>
  (await person.call('listReports', { query: { room_code: code, ...(status === undefined ? {} : { status }) } }))
    .reports;

test('owner and moderators learn of a report live, the others don’t', async () => {
  const owner = await newPerson(server);
  const { code } = await newRoom(owner);
  const [moderator, author, reporter] = [await newPerson(server), await newPerson(server), await newPerson(server)];
  const id = await join(moderator, code);
  await owner.call('updateMember', { params: { code, id }, body: { role: 'moderator' } });
  await join(author, code);
  await join(reporter, code);
  const message = await say(author, code, 'bad');
  const [ofOwner, ofModerator, ofAuthor, ofReporter] = await Promise.all(
    [owner, moderator, author, reporter].map((person) => enter(server, person, code)),
  );
  const { report } = await reporter.call('reportMessage', { params: { id: message.id }, body: { reason: 'spam' } });
  for (const socket of [ofOwner, ofModerator]) expect((await socket?.next('report_opened'))?.report_id).toBe(report.id);
  for (const socket of [ofAuthor, ofReporter]) {
    await socket?.settled();
    expect(socket?.frames.filter(({ type }) => type.startsWith('report'))).toEqual([]);
  }
  await moderator.call('resolveReport', { params: { id: report.id }, body: { action: 'dismiss' } });
  for (const socket of [ofOwner, ofModerator]) {
    expect((await socket?.next('report_resolved'))?.report_ids).toEqual([report.id]);
  }
  for (const socket of [ofOwner, ofModerator, ofAuthor, ofReporter]) await socket?.close();
});

test('the same person reports a message once, also after leaving and coming back', async () => {
  const { reporter, code, message, report, owner } = await reported();
  const again = () =>
    reporter.callForStatus('reportMessage', { params: { id: message.id }, body: { reason: 'spam', details: 'other' } });
  expect(await again()).toMatchObject({ status: 200, body: { report: { id: report.id, status: 'open' } } });
  await reporter.call('leaveRoom', { params: { code } });
  await join(reporter, code);
  expect(await again()).toMatchObject({ status: 200, body: { report: { id: report.id } } });
  const all = await Promise.all(Array.from({ length: 5 }, again));
  expect(new Set(all.map(({ body }) => body.report.id))).toEqual(new Set([report.id]));
  expect(await reportsOf(owner, code)).toHaveLength(1);
});

test('the report keeps the message as it was: edited, deleted, expired', async () => {
  const { owner, author, code, message, report } = await reported(60);
  await author.call('editMessage', { params: { id: message.id }, body: { content: 'something nice' } });
  const kept = async () => (await reportsOf(owner, code))[0]?.message;
  expect(await kept()).toMatchObject({
    id: message.id,
    content: 'something bad',
    nickname: 'The author',
    deleted: false,
  });
  await author.call('deleteMessage', { params: { id: message.id } });
  expect((await kept())?.content).toBe('something bad');
  await server.clock.advance(120_000);
  expect((await kept())?.content).toBe('something bad');
  const { report: seen } = await operator.call('adminReport', { params: { id: report.id } });
  expect(seen).toMatchObject({ message_exists: false, message: { content: 'something bad' } });
});

test('nobody in the room learns who reported, by no answer and no frame; the operator sees a member id', async () => {
  const { owner, reporter, ids, code, report } = await reported();
  const socket = await enter(server, owner, code);
  const [listed] = await reportsOf(owner, code);
  expect(listed?.reporter_member_id).toBeNull();
  const { report: closed } = await owner.call('resolveReport', {
    params: { id: report.id },
    body: { action: 'dismiss' },
  });
  await socket.next('report_resolved');
  for (const text of [JSON.stringify(listed), JSON.stringify(closed), JSON.stringify(socket.frames.slice(2))]) {
    expect(text).not.toContain(ids.reporter);
    expect(text).not.toContain(reporter.nickname);
  }
  const { report: seen } = await operator.call('adminReport', { params: { id: report.id } });
  expect(seen.reporter_member_id).toBe(ids.reporter);
  await socket.close();
});

test('each way of resolving does what it says, and closes all reports about the message', async () => {
  for (const action of ['dismiss', 'delete_message', 'block_member'] as const) {
    const { owner, author, code, message, report } = await reported();
    const second = await newPerson(server);
    await join(second, code);
    await second.call('reportMessage', { params: { id: message.id }, body: { reason: 'spam' } });
    expect(await reportsOf(owner, code, 'open')).toHaveLength(2);
    const { report: closed } = await owner.call('resolveReport', {
      params: { id: report.id },
      body: { action, note: 'Seen' },
    });
    const status = action === 'dismiss' ? 'dismissed' : 'resolved';
    expect(closed).toMatchObject({ status, resolution: action, note: 'Seen', resolved_at: expect.any(String) });
    expect(await reportsOf(owner, code, 'open')).toEqual([]);
    await owner.refused('conflict', 'resolveReport', { params: { id: report.id }, body: { action } });
    const { messages } = await owner.call('listMessages', { params: { code } });
    expect(messages[0]?.deleted).toBe(action === 'delete_message');
    if (action === 'block_member') await author.refused('blocked', 'joinRoom', { body: { room_code: code } });
  }
});

test('who was blocked already, or is gone for good, leaves the report to be closed all the same', async () => {
  for (const how of ['blocked', 'forgotten'] as const) {
    const { owner, author, ids, code, report } = await reported();
    if (how === 'forgotten') await author.call('endSession');
    else {
      const body = { room_code: code, member_id: ids.author, reason: 'For an hour', duration_seconds: 3_600 };
      await owner.call('blockSession', { body });
    }
    const blocks = async () => (await owner.call('listBlocks', { query: { room_code: code } })).blocks;
    const before = await blocks();
    await owner.call('resolveReport', { params: { id: report.id }, body: { action: 'block_member' } });
    expect(await reportsOf(owner, code, 'open')).toEqual([]);
    // What was chosen for the block holds.
    expect(await blocks()).toEqual(before);
  }
});

test('a moderator resolves no report by blocking the owner', async () => {
  const { owner, reporter, ids, code } = await reported();
  await owner.call('updateMember', { params: { code, id: ids.reporter }, body: { role: 'moderator' } });
  const { id } = await say(owner, code, 'of the owner');
  const { report } = await reporter.call('reportMessage', { params: { id }, body: { reason: 'other' } });
  await reporter.refused('forbidden', 'resolveReport', { params: { id: report.id }, body: { action: 'block_member' } });
  expect(await reportsOf(owner, code, 'open')).toHaveLength(2);
});

test('nobody decides about themselves, under no name that they had in the room', async () => {
  const { owner, author, ids, code, report } = await reported();
  await owner.call('updateMember', { params: { code, id: ids.author }, body: { role: 'moderator' } });
  const dismiss = { params: { id: report.id }, body: { action: 'dismiss' as const } };
  await author.refused('forbidden', 'resolveReport', dismiss);
  await author.call('leaveRoom', { params: { code } });
  const again = await join(author, code);
  await owner.call('updateMember', { params: { code, id: again }, body: { role: 'moderator' } });
  await author.refused('forbidden', 'resolveReport', dismiss);
  await owner.call('resolveReport', dismiss);
});

test('who has reported a message gets the receipt again, also when it has been deleted since', async () => {
  const { owner, reporter, message, report } = await reported();
  await owner.call('deleteMessage', { params: { id: message.id } });
  const again = await reporter.callForStatus('reportMessage', {
    params: { id: message.id },
    body: { reason: 'spam' },
  });
  expect(again).toMatchObject({ status: 200, body: { report: { id: report.id } } });
});

test('own messages, deleted ones and ones that are gone can’t be reported; a bad report leaves no trace', async () => {
  const { owner, author, reporter, code, message } = await reported();
  const report = { reason: 'spam' };
  await author.refused('conflict', 'reportMessage', { params: { id: message.id }, body: report });
  const other = await say(author, code, 'deleted soon');
  await author.call('deleteMessage', { params: { id: other.id } });
  await reporter.refused('conflict', 'reportMessage', { params: { id: other.id }, body: report });
  await reporter.refused('not_found', 'reportMessage', { params: { id: 'nothing' }, body: report });
  const third = await say(author, code, 'third');
  for (const body of [
    { reason: 'rude' },
    {},
    { reason: 'spam', details: 'x'.repeat(501) },
    { reason: 'spam', more: 1 },
  ]) {
    await reporter.refused('invalid_request', 'reportMessage', { params: { id: third.id }, body });
  }
  expect(await reportsOf(owner, code)).toHaveLength(1);
});

test('the queue comes in pages, newest first, and only of rooms that one keeps order in', async () => {
  const owner = await newPerson(server);
  const [one, other] = [await newRoom(owner), await newRoom(owner)];
  const author = await newPerson(server);
  const ids: string[] = [];
  for (const { code } of [one, other]) {
    await join(author, code);
    for (let n = 0; n < 30; n++) {
      const { id } = await say(author, code, `number ${n}`);
      ids.unshift((await owner.call('reportMessage', { params: { id }, body: { reason: 'spam' } })).report.id);
    }
  }
  const first = await owner.call('listReports');
  expect(first.reports).toHaveLength(50);
  const rest = await owner.call('listReports', { query: { cursor: first.next_cursor ?? '' } });
  expect(rest.next_cursor).toBeNull();
  expect([...first.reports, ...rest.reports].map(({ id }) => id)).toEqual(ids);
  expect((await author.call('listReports')).reports).toEqual([]);
  await owner.refused('invalid_request', 'listReports', { query: { cursor: 'made-up' } });
});

test('a report goes after 30 days, and with its room, off the disk', async () => {
  const old = await reported(60, 'a report that grows old');
  const burned = await reported(60, 'a report that burns');
  await burned.owner.call('burnRoom', { params: { code: burned.code } });
  await goneFromDisk(server, 'a report that burns');
  for (let day = 0; day < 4; day++) {
    await server.clock.advance(6 * DAY_MS);
    await old.owner.call('validateSession');
  }
  // Somebody younger takes the room over, so that only the report's own time can take it.
  const heir = await newPerson(server);
  const id = await join(heir, old.code);
  await old.owner.call('updateMember', { params: { code: old.code, id }, body: { role: 'owner' } });
  await server.clock.advance(6 * DAY_MS - 30_000);
  expect(await reportsOf(heir, old.code)).toMatchObject([{ message: { content: 'a report that grows old' } }]);
  await server.clock.advance(120_000);
  await goneFromDisk(server, 'a report that grows old', burned.details);
  expect(await reportsOf(heir, old.code)).toEqual([]);
});
