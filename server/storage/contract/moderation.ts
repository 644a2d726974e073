import { expect, test } from 'bun:test';
import type { RoomCode } from '../../../protocol/room-code.ts';
import type { Member, MemberId, Message, Report, ReportId, Room } from '../../domain/types.ts';
import type { BlockDraft } from '../../ports/moderation-store.ts';
import { type OpenStore, World } from './world.ts';

export function moderationContract(open: OpenStore): void {
  const draft = (world: World, member: Member, given: Partial<BlockDraft> = {}): BlockDraft => ({
    room_id: member.room_id,
    member_id: member.id,
    reason: '',
    blocked_by: 'Owner',
    created_at: world.nowMs,
    expires_at: null,
    deleteMessages: false,
    newCode: null,
    ...given,
  });
  const report = (world: World, message: Message, reporter: Member, given: Partial<Report> = {}) =>
    world.store.report(
      {
        id: `report-${String(world.fresh()).padStart(6, '0')}` as ReportId,
        room_id: message.room_id,
        message,
        reporter_member_id: reporter.id,
        reason: 'spam',
        details: '',
        status: 'open',
        created_at: world.nowMs,
        resolved_at: null,
        resolution: null,
        note: '',
        ...given,
      },
      reporter.session_id,
    );
  const roomWith = async (world: World) => {
    const { room, owner } = await world.room();
    const pest = await world.joined(room, 'Pest');
    return { room, owner, pest };
  };

  test('a block ends the membership and keeps the session out; a new code comes in the same moment', async () => {
    await using world = await World.settle(open);
    const { room, pest } = await roomWith(world);
    const newCode = 'AAAABBBBCCCC' as RoomCode;
    const blocked = await world.store.block(draft(world, pest, { newCode }));
    expect(blocked).toMatchObject({ block: { nickname: 'Pest' }, room: { code: newCode }, left: [pest], deleted: [] });
    const session = await world.store.findSession(pest.session_id);
    const again = await world.candidate(room, 'Again', session ?? undefined);
    expect(await world.store.join(again, { code: newCode, maxMembers: 10 })).toBe('blocked');
    const other = await world.candidate(room, 'Other');
    expect(await world.store.join(other, { code: room.code, maxMembers: 10 })).toBe('gone');
    expect(await world.store.join(other, { code: newCode, maxMembers: 10 })).toMatchObject({ fresh: true });
    expect(await world.store.findRoom(newCode, pest.session_id, world.nowMs)).toMatchObject({
      member: null,
      blocked: true,
    });
  });

  test('of a block and a join at the same moment, one sees the other whole', async () => {
    await using world = await World.settle(open);
    for (let round = 0; round < 20; round++) {
      const { room, pest } = await roomWith(world);
      const comers = await Promise.all(Array.from({ length: 4 }, () => world.candidate(room)));
      const newCode = String(round).padStart(12, 'Z') as RoomCode;
      const orders: (() => Promise<unknown>)[] = comers.map((one) => () => world.join(one, 10));
      orders.splice(round % 5, 0, () => world.store.block(draft(world, pest, { newCode })));
      await Promise.all(orders.map((order) => order()));
      const members = await world.store.members(room.id);
      // The order of the orders is kept: those before the block are in, those after it are not.
      expect([round, members.length]).toEqual([round, 1 + (round % 5)]);
    }
  });

  test('nobody blocks the owner, also one who has just become it', async () => {
    await using world = await World.settle(open);
    const { owner, pest } = await roomWith(world);
    await world.store.handOver(owner.id, pest.id);
    expect(await world.store.block(draft(world, pest))).toBe('owner');
    expect(await world.store.members(pest.room_id)).toHaveLength(2);
    expect(await world.store.block(draft(world, { ...pest, id: 'nobody' as MemberId }))).toBeNull();
  });

  test('blocking again takes the place of the first block; each is listed until it is over or lifted', async () => {
    await using world = await World.settle(open);
    const { room, pest } = await roomWith(world);
    await world.store.block(draft(world, pest));
    await world.store.block(draft(world, pest, { reason: 'longer', expires_at: world.nowMs + 1_000 }));
    expect(await world.store.blocks(room.id, world.nowMs + 999)).toMatchObject([{ reason: 'longer' }]);
    expect(await world.store.blocks(room.id, world.nowMs + 1_000)).toEqual([]);
    expect(await world.store.unblock(room.id, pest.id)).toBe(true);
    expect(await world.store.unblock(room.id, pest.id)).toBe(false);
  });

  test('a block goes with its room, with its session, and with its time', async () => {
    await using world = await World.settle(open);
    const [one, two, three] = [await roomWith(world), await roomWith(world), await roomWith(world)];
    await world.store.block(draft(world, one.pest, { reason: 'burns with the room' }));
    await world.store.block(draft(world, two.pest, { reason: 'goes with the session' }));
    await world.store.block(draft(world, three.pest, { reason: 'is over', expires_at: world.nowMs + 1 }));
    await world.store.burnRoom(one.room.id);
    expect(await world.store.deleteSession(two.pest.session_id)).toBe(true);
    expect(await world.store.sweepModeration(0, world.nowMs + 1)).toBe(1);
    await world.store.eraseDeleted();
    expect(await world.kept(['burns with the room', 'goes with the session', 'is over'])).toEqual([]);
  });

  test('messages that go with a block lose their words, and are named', async () => {
    await using world = await World.settle(open);
    const { room, owner, pest } = await roomWith(world);
    await world.say(owner, 'stays');
    const { message } = await world.say(pest, 'goes');
    const blocked = await world.store.block(draft(world, pest, { deleteMessages: true }));
    expect(blocked).toMatchObject({ deleted: [{ id: message.id, seq: 2 }] });
    expect(await world.contents(room)).toEqual(['stays', '']);
  });

  test('a report keeps the message as the store has it, once for each session', async () => {
    await using world = await World.settle(open);
    const { owner, pest } = await roomWith(world);
    const { message } = await world.say(pest, 'as it was');
    const stale = { ...message, content: 'made up' };
    const first = await report(world, stale, owner);
    expect(first).toMatchObject({ fresh: true, report: { message, author_session_id: pest.session_id } });
    expect(await report(world, stale, owner)).toEqual({ report: first?.report, fresh: false } as never);
    await world.store.deleteMessage(message.id, 'author');
    const found = await world.store.findReport(first?.report.id ?? ('' as ReportId));
    expect(found?.report.message).toEqual(message);
    expect(await report(world, message, await world.joined(found?.room as Room))).toBeNull();
  });

  test('reports come newest first, filtered, in pages', async () => {
    await using world = await World.settle(open);
    const { room, owner, pest } = await roomWith(world);
    const ids: ReportId[] = [];
    for (let n = 0; n < 5; n++) {
      const { message } = await world.say(pest, `number ${n}`);
      // Two of the same moment.
      if (n !== 3) world.nowMs += 1;
      const made = await report(world, message, owner, { reason: n === 2 ? 'illegal' : 'spam' });
      ids.unshift(made?.report.id ?? ('' as ReportId));
    }
    const idsOf = (found: { report: Report }[]) => found.map((one) => one.report.id);
    const all = await world.store.reports({ rooms: [room.id] }, null, 10);
    expect(new Set(idsOf(all))).toEqual(new Set(ids));
    const page = await world.store.reports({}, null, 2);
    const last = page[1]?.report;
    const rest = await world.store.reports({}, { key: last?.created_at ?? 0, id: last?.id ?? '' }, 10);
    expect(idsOf([...page, ...rest])).toEqual(idsOf(all));
    expect(await world.store.reports({ reason: 'illegal' }, null, 10)).toHaveLength(1);
    const [newest] = all;
    const closed = await world.store.closeReports(newest?.report.message.id ?? ('' as never), {
      status: 'dismissed',
      resolution: 'dismiss',
      note: 'seen',
      nowMs: world.nowMs,
    });
    expect(closed).toEqual([newest?.report.id as ReportId]);
    expect(await world.store.reports({ status: 'open' }, null, 10)).toHaveLength(4);
    expect(await world.store.reports({ rooms: [] }, null, 10)).toEqual([]);
  });

  test('a reporter or an author whose session has ended leaves the report as it was', async () => {
    await using world = await World.settle(open);
    const { room, pest } = await roomWith(world);
    const reporter = await world.joined(room);
    const { message } = await world.say(pest, 'kept');
    const made = await report(world, message, reporter);
    for (const member of [pest, reporter]) {
      await world.store.leave(member.id);
      await world.store.deleteSession(member.session_id);
    }
    const found = await world.store.findReport(made?.report.id ?? ('' as ReportId));
    expect(found?.report).toMatchObject({ author_session_id: null, message: { content: 'kept' } });
    expect(await world.store.block(draft(world, pest))).toBeNull();
  });

  test('a ban is kept with the session, ends by its time for who looks, and can be lifted', async () => {
    await using world = await World.settle(open);
    const session = await world.session();
    const ban = { reason: 'why', banned_at: world.nowMs, banned_until: world.nowMs + 10 };
    expect(await world.store.banSession(session.id, ban)).toBe(true);
    expect((await world.store.findSession(session.id))?.ban).toEqual(ban);
    const list = (nowMs: number) =>
      world.store.listSessions({
        sort: 'created_at',
        order: 'desc',
        query: null,
        only: 'banned',
        after: null,
        limit: 10,
        nowMs,
      });
    expect(await list(world.nowMs + 9)).toHaveLength(1);
    expect(await list(world.nowMs + 10)).toHaveLength(0);
    const { room } = await world.room();
    // Also where somebody was let in at the door a moment before.
    expect(await world.join(await world.candidate(room, 'Banned', session), 10)).toBe('banned');
    expect(await world.store.unbanSession(session.id)).toBe(true);
    expect(await world.store.unbanSession(session.id)).toBe(false);
    expect(await world.store.banSession('nobody' as never, ban)).toBe(false);
  });
}
