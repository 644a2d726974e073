import type { Hono } from 'hono';
import { confirmPassword, revokeSession, signOut } from '../../actions/admin/own-sessions.ts';
import { signIn } from '../../actions/admin/sign-in.ts';
import { disableTotp, enableTotp, startTotp } from '../../actions/admin/totp.ts';
import { ADMIN_SESSION_MAX_MS, adminSessionExpiresAt, confirmedUntil } from '../../domain/operator-session.ts';
import { iso } from '../../domain/wire.ts';
import { adminSessionToWire, adminToWire } from '../../domain/wire-operator.ts';
import { adminCookie, deviceCookie } from '../../edge/credentials.ts';
import { type AppEnv, mount } from '../mount.ts';
import type { AdminParts } from './admin-parts.ts';

/** Signing in and out, and all that an operator does to their own account. */
export function mountAccount(app: Hono<AppEnv>, parts: AdminParts): void {
  const { edge, version, startedAt, passwords, totp, devices } = parts;
  const ports = { ...edge.ports, passwords, totp, devices };
  const { tls } = edge;

  mount(app, edge, 'adminLogin', async ({ body, network, device: before }) => {
    const { token, admin, device } = await signIn(ports, { network, device: before }, body);
    return {
      status: 200,
      body: { admin: adminToWire(admin) },
      headers: [
        ['Set-Cookie', adminCookie(token, tls, ADMIN_SESSION_MAX_MS / 1000)],
        ['Set-Cookie', deviceCookie(device, tls, DEVICE_SECONDS)],
      ],
    };
  });

  mount(app, edge, 'adminLogout', async ({ operator }) => {
    await signOut(ports, operator);
    return { status: 204, body: null, headers: [['Set-Cookie', adminCookie('', tls, 0)]] };
  });

  mount(app, edge, 'adminConfirm', async ({ operator, body }) => {
    const untilMs = await confirmPassword(ports, operator, body.password);
    return { status: 200, body: { confirmed_until: iso(untilMs) } };
  });

  mount(app, edge, 'adminMe', async ({ operator }) => {
    const untilMs = confirmedUntil(operator.session, ports.clock.nowMs());
    return {
      status: 200,
      body: {
        admin: adminToWire(operator.admin),
        confirmed_until: untilMs === null ? null : iso(untilMs),
        version,
        started_at: iso(startedAt),
      },
    };
  });

  mount(app, edge, 'adminListSessions', async ({ operator }) => {
    const nowMs = ports.clock.nowMs();
    const sessions = await ports.store.adminSessions(operator.admin.id);
    const live = sessions.filter((session) => adminSessionExpiresAt(session) > nowMs);
    return { status: 200, body: { sessions: live.map((one) => adminSessionToWire(one, operator.session.id)) } };
  });

  mount(app, edge, 'adminRevokeSession', async ({ operator, params }) => {
    await revokeSession(ports, operator, params.id);
    return { status: 204, body: null };
  });

  mount(app, edge, 'adminStartTotp', async ({ operator }) => ({
    status: 200,
    body: await startTotp(ports, operator),
  }));

  mount(app, edge, 'adminEnableTotp', async ({ operator, body }) => ({
    status: 200,
    body: { recovery_codes: await enableTotp(ports, operator, body.code) },
  }));

  mount(app, edge, 'adminDisableTotp', async ({ operator }) => {
    await disableTotp(ports, operator);
    return { status: 204, body: null };
  });
}

/** How long a browser is known after the last sign-in from it. */
const DEVICE_SECONDS = 90 * 86_400;
