import { statSync } from 'node:fs';
import { join } from 'node:path';
import { headFile } from './audit/head-file.ts';
import { verifyAudit } from './audit/verify.ts';
import type { Config } from './config.ts';
import { openStore } from './open-store.ts';

export interface Finding {
  ok: boolean;
  what: string;
  /** What to do about it, where something is wrong. */
  mend?: string;
}

/** 2026 began then: an earlier clock is a wrong clock. */
const EARLIEST_MS = Date.UTC(2026, 0, 1);

/** Checks settings, storage, bus and clock, and says what to mend. */
export async function examine(config: Config): Promise<Finding[]> {
  return [
    { ok: true, what: `Settings can be read; it would listen on ${config.host}:${config.port}` },
    secretFinding(config),
    ...(await storageFindings(config)),
    { ok: true, what: 'Bus: in this process (a single node)' },
    clockFinding(Date.now()),
    tlsFinding(config),
  ];
}

function secretFinding(config: Config): Finding {
  const file = join(config.dataDir, 'secret.key');
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) return { ok: true, what: 'Secret: from SECRET_KEY' };
  const open = (mode & 0o077) !== 0;
  const finding = { ok: !open, what: `Secret: ${file}` };
  return open ? { ...finding, mend: `Others can read it. Run: chmod 600 ${file}` } : finding;
}

async function storageFindings(config: Config): Promise<Finding[]> {
  try {
    const { store } = await openStore(config, { nowMs: () => Date.now() });
    await store.check();
    const operators = await store.countAdmins();
    const { ok, count } = await verifyAudit(store, headFile(join(config.dataDir, 'audit.head')));
    await store.close();
    return [
      { ok: true, what: `Storage: ${config.databaseFile}` },
      operatorFinding(operators),
      auditFinding(ok || count === 0, count),
    ];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ ok: false, what: why, mend: 'Check that the folder exists, is writable and has free space.' }];
  }
}

/** None is fine: who hosts it for friends may do without the panel. */
function operatorFinding(count: number): Finding {
  const what =
    count === 0 ? 'Operators: none; the panel is open to nobody (npx bauta create-admin)' : `Operators: ${count}`;
  return { ok: true, what };
}

function auditFinding(ok: boolean, count: number): Finding {
  return ok
    ? { ok, what: `Audit log: ${count} entries, the chain is whole` }
    : { ok, what: 'Audit log: tampered with, or damaged', mend: 'Run: npx bauta audit verify' };
}

function clockFinding(nowMs: number): Finding {
  const finding = { ok: nowMs > EARLIEST_MS, what: `Clock: ${new Date(nowMs).toISOString()}` };
  return finding.ok
    ? finding
    : { ...finding, mend: 'The clock is wrong, so messages would expire wrongly. Set it (NTP).' };
}

function tlsFinding(config: Config): Finding {
  if (config.tls !== null) return { ok: true, what: 'TLS: served by itself' };
  const local = ['127.0.0.1', 'localhost', '::1'].includes(config.host);
  const finding = { ok: local || config.trustedProxies > 0, what: 'TLS: not served by itself' };
  return finding.ok
    ? finding
    : { ...finding, mend: 'Set TLS_CERT and TLS_KEY, or put a proxy with TLS in front and set TRUSTED_PROXIES.' };
}
