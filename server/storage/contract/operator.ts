import { expect, test } from 'bun:test';
import { entryHash, GENESIS } from '../../audit/chain.ts';
import type { AdminId, AdminSessionId, AuditDraft, Figures } from '../../domain/types.ts';
import type { RoomOrder } from '../../ports/operator-store.ts';
import { type OpenStore, tokenHash, World } from './world.ts';

export function operatorContract(open: OpenStore): void {
  test('rooms are listed by each order, up and down, in pages that miss nothing and show nothing twice', async () => {
    await using world = await World.settle(open);
    for (let n = 0; n < 7; n++) {
      world.nowMs += n % 3 === 0 ? 0 : 1;
      const { room, owner } = await world.room({ name: `Room ${n}` });
      for (let m = 0; m < n % 3; m++) await world.joined(room);
      if (n % 2 === 0) await world.say(owner);
    }
    for (const sort of ['created_at', 'last_message_at', 'member_count', 'open_reports'] as const) {
      for (const order of ['asc', 'desc'] as const) {
        const wanted: RoomOrder = { sort, order, query: null, after: null, limit: 3 };
        const seen: { key: number; id: string }[] = [];
        for (;;) {
          const after = seen.at(-1) ?? null;
          const page = await world.store.listRooms({ ...wanted, after });
          if (page.length === 0) break;
          for (const { room, ...listed } of page) seen.push({ key: { ...room, ...listed }[sort], id: room.id });
        }
        expect([sort, order, new Set(seen.map(({ id }) => id)).size, seen.length]).toEqual([sort, order, 7, 7]);
        const keys = seen.map(({ key }) => key);
        expect(keys).toEqual(keys.toSorted((a, b) => (order === 'asc' ? a - b : b - a)));
      }
    }
  });

  test('a room is found by a part of its name, by any of its codes, and by nothing that merely looks like a pattern', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room({ name: 'Über 50%_Tee' });
    await world.room({ name: 'Something else' });
    const found = async (text: string, code: string | null = null) =>
      (
        await world.store.listRooms({
          sort: 'created_at',
          order: 'desc',
          query: { code: code as never, text },
          after: null,
          limit: 10,
        })
      ).map((one) => one.room.id);
    for (const text of ['über', 'ÜBER', '50%_', 'tee', room.id])
      expect([text, await found(text)]).toEqual([text, [room.id]]);
    expect(await found('nothing', room.code)).toEqual([room.id]);
    for (const text of ['%%', '50__', '\\']) expect([text, await found(text)]).toEqual([text, []]);
  });

  test('what the operator sets is kept by name, and overwritten', async () => {
    await using world = await World.settle(open);
    expect(await world.store.settingOverrides()).toEqual({});
    await world.store.changeSettings({ notice: 'one', room_creation: false });
    await world.store.changeSettings({ notice: 'two' });
    expect(await world.store.settingOverrides()).toEqual({ notice: 'two', room_creation: false });
    await Promise.all([
      world.store.changeSettings({ limits: { socket: 30 } }),
      world.store.changeSettings({ limits: { message: null } }),
    ]);
    // Only what was named: the others go on following the environment.
    expect((await world.store.settingOverrides()).limits).toEqual({ socket: 30, message: null });
  });

  test('figures are gathered by steps, and swept by age', async () => {
    await using world = await World.settle(open);
    const figures = (at: number, messages: number): Figures => ({
      at,
      sessions: 1,
      connected: 1,
      rooms: 1,
      messages_stored: 1,
      messages,
      open_reports: 0,
      refused: 0,
      memory_bytes: 1,
      event_loop_delay_ms: messages / 10,
      database_bytes: 1,
    });
    for (let n = 1; n <= 6; n++) await world.store.noteFigures(figures(n * 60_000, n));
    await world.store.noteFigures(figures(6 * 60_000, 60));
    const at = async (from: number, to: number, step: number) =>
      (await world.store.figures(from, to, step)).map((one) => [one.at / 60_000, one.messages]);
    expect(await at(0, 1e12, 60_000)).toEqual([1, 2, 3, 4, 5].map((n) => [n, n]).concat([[6, 60]]));
    expect(await at(0, 1e12, 180_000)).toEqual([
      [3, 2],
      [6, 23],
    ]);
    expect(await at(60_000, 120_000, 60_000)).toEqual([[2, 2]]);
    await world.store.sweepFigures(4 * 60_000);
    expect(await at(0, 1e12, 60_000)).toHaveLength(3);
  });

  test('the audit log is one chain, also when many write at once', async () => {
    await using world = await World.settle(open);
    const draft = (n: number): AuditDraft => ({ event: 'login', actor: `operator:${n}`, details: { n } });
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => world.store.appendAudit([draft(2 * n), draft(2 * n + 1)], world.nowMs)),
    );
    const entries = await world.store.auditEntries({}, 'asc', null, 100);
    let previous = GENESIS;
    for (const [index, entry] of entries.entries()) {
      expect([entry.seq, entry.hash]).toEqual([index + 1, entryHash(entry, previous)]);
      previous = entry.hash;
    }
    expect(entries).toHaveLength(20);
    const tenth = entries[9];
    await world.store.trimAudit({ seq: 10, hash: tenth?.hash ?? '' });
    expect(await world.store.auditAnchor()).toEqual({ seq: 10, hash: tenth?.hash ?? '' });
    expect(await world.store.auditEntries({}, 'asc', null, 100)).toHaveLength(10);
    expect((await world.store.appendAudit([draft(99)], world.nowMs)).seq).toBe(21);
  });

  test('what is old ends before the first young entry, whatever a wrong clock has written among the young', async () => {
    await using world = await World.settle(open);
    const at = async (atMs: number) => world.store.appendAudit([{ event: 'login', actor: 'system' }], atMs);
    for (const atMs of [100, 200, 900, 5, 1_000]) await at(atMs);
    expect(await world.store.oldEndOfAudit(500)).toMatchObject({ seq: 2 });
    expect(await world.store.oldEndOfAudit(100)).toBeNull();
    expect(await world.store.oldEndOfAudit(2_000)).toMatchObject({ seq: 5 });
    const within = async (fromMs?: number, toMs?: number) =>
      (await world.store.auditEntries({ fromMs, toMs }, 'asc', null, 10)).map(({ seq }) => seq);
    expect(await within(900)).toEqual([3, 4, 5]);
    expect(await within(undefined, 200)).toEqual([1, 2]);
    expect(await within(2_000)).toEqual([]);
  });

  test('an entry that somebody knows and that isn’t there is written down before the next', async () => {
    await using world = await World.settle(open);
    const draft: AuditDraft = { event: 'login', actor: 'system' };
    const first = await world.store.appendAudit([draft], 1);
    await world.store.appendAudit([draft], 2, { seq: first.seq, hash: first.hash });
    await world.store.appendAudit([draft], 3, { seq: 1, hash: 'f'.repeat(64) });
    await world.store.appendAudit([draft], 4, { seq: 99, hash: first.hash });
    const events = (await world.store.auditEntries({}, 'asc', null, 10)).map(({ event }) => event);
    expect(events).toEqual(['login', 'login', 'record_differs', 'login', 'record_differs', 'login']);
  });

  test('a chain that was cut to nothing goes on from where it was', async () => {
    await using world = await World.settle(open);
    const only = await world.store.appendAudit([{ event: 'login', actor: 'system' }], world.nowMs);
    await world.store.trimAudit(only);
    const next = await world.store.appendAudit([{ event: 'logout', actor: 'system' }], world.nowMs);
    expect([next.seq, next.hash]).toEqual([2, entryHash(next, only.hash)]);
  });

  test('an operator has sessions, one-time codes and recovery codes, none of which works twice or for another', async () => {
    await using world = await World.settle(open);
    const [id, other] = ['admin-1' as AdminId, 'admin-2' as AdminId];
    const made = (admin: AdminId, username: string) =>
      world.store.createAdmin({ id: admin, username, password_hash: 'hash', created_at: world.nowMs });
    expect(await made(id, 'op')).toBe(true);
    expect(await made(other, 'op')).toBe(false);
    expect(await made(other, 'other')).toBe(true);
    await world.store.proposeTotp(id, 'sealed');
    await world.store.enableTotp(id, [tokenHash(1), tokenHash(2)]);
    expect(await world.store.adminByName('op')).toMatchObject({
      admin: { totp_enabled: true, recovery_codes_left: 2 },
      totpSecret: 'sealed',
    });
    await world.store.proposeTotp(id, 'another');
    expect((await world.store.adminById(id))?.totpSecret).toBe('sealed');
    expect(await world.store.useRecoveryCode(other, tokenHash(1))).toBe(false);
    expect(await world.store.useRecoveryCode(id, tokenHash(1))).toBe(true);
    expect(await world.store.useRecoveryCode(id, tokenHash(1))).toBe(false);
    const steps = await Promise.all([5, 5, 4, 6].map((step) => world.store.useTotpStep(id, step)));
    expect(steps).toEqual([true, false, false, true]);

    const session = {
      id: 'session' as AdminSessionId,
      admin_id: id,
      created_at: 1,
      last_used_at: 1,
      confirmed_at: 1,
    };
    await world.store.createAdminSession(session, tokenHash(3));
    await world.store.touchAdminSession(session.id, 9);
    await world.store.confirmAdminSession(session.id, 8);
    const found = await world.store.adminSessionByToken(tokenHash(3));
    expect(found).toMatchObject({ session: { last_used_at: 9, confirmed_at: 8 }, admin: { username: 'op' } });
    expect(await world.store.deleteAdminSession(other, session.id)).toBe(false);
    expect(await world.store.resetAdmin('op', 'new')).toBe(id);
    expect(await world.store.adminSessionByToken(tokenHash(3))).toBeNull();
    expect(await world.store.adminByName('op')).toMatchObject({
      admin: { totp_enabled: false, recovery_codes_left: 0 },
      passwordHash: 'new',
      totpSecret: null,
    });
  });
}
