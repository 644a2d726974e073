import { join } from 'node:path';
import { Command } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { createAdmin } from './actions/admin/create-admin.ts';
import { sweep } from './actions/sweep.ts';
import { type AuditLog, createAuditLog } from './audit/audit-log.ts';
import { headFile } from './audit/head-file.ts';
import { createInProcessBus } from './bus/in-process.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { isCommonPassword } from './credentials/common-passwords.ts';
import { createPasswords } from './credentials/passwords.ts';
import { readPassword } from './credentials/read-password.ts';
import { examine } from './doctor.ts';
import { createLog } from './log.ts';
import { startServer } from './main.ts';
import { openStore } from './open-store.ts';
import type { Store } from './ports.ts';
import { createSettings } from './settings.ts';

// What this program writes is for its own user only: the database, its log, the secret.
process.umask(0o077);

const clock = { nowMs: () => Date.now() };
const say = (line: string) => process.stdout.write(`${line}\n`);

const program = new Command('bauta')
  .description('An anonymous web messenger: rooms that forget.')
  .version(packageJson.version);

program.command('serve', { isDefault: true }).description('serve the site, the API and the sockets').action(serve);

program
  .command('migrate')
  .description('bring the database to the newest schema')
  .action(async () => {
    const { store, migrated } = await openStore(readConfig(process.env), clock);
    await store.close();
    say(migrated.length === 0 ? 'The schema is up to date.' : `Done: ${migrated.join(', ')}.`);
  });

program
  .command('cleanup-messages')
  .description('delete what has expired; the server does it by itself every minute')
  .action(async () => {
    const config = readConfig(process.env);
    const { store } = await openStore(config, clock);
    const settings = createSettings(config.limits, store.settingOverrides);
    await settings.read();
    const rules = { session: config.session, settings: settings.current, shipped: settings.shipped };
    const audit = auditLogOf(config, store);
    const { messages } = await sweep({ store, clock, rules, audit, bus: createInProcessBus() });
    await store.close();
    say(`Deleted ${messages} expired ${messages === 1 ? 'message' : 'messages'}.`);
  });

program
  .command('create-admin')
  .description('make an operator of the panel at /admin/; asks for the password, or reads it from stdin')
  .option('--username <name>', 'how the operator signs in', 'admin')
  .option('--reset', 'give an operator that is there a new password; one-time codes are turned off')
  .action(async ({ username, reset = false }: { username: string; reset?: boolean }) => {
    const config = readConfig(process.env);
    const password = await readPassword();
    if (password === null) throw new ConfigError('No password was given, or the two differ.');
    const { store } = await openStore(config, clock);
    const ports = {
      store,
      clock,
      audit: auditLogOf(config, store),
      random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
      passwords: createPasswords(),
      isCommon: isCommonPassword,
    };
    const refusal = await createAdmin(ports, { username, password, reset });
    await store.close();
    if (refusal !== null) throw new ConfigError(refusal);
    // By its file: under another DATA_DIR than the server's it would be made for nobody.
    const where = `(in ${config.databaseFile})`;
    say(`The operator ${username} ${reset ? 'has a new password' : 'can sign in at /admin/'} ${where}.`);
  });

program
  .command('audit')
  .description('the audit log')
  .command('verify')
  .description('check its chain of hashes, and that nothing was cut off')
  .action(async () => {
    const config = readConfig(process.env);
    const { store } = await openStore(config, clock);
    const check = await auditLogOf(config, store).verify();
    await store.close();
    say(
      `${check.count} entries, ${check.first_seq ?? 0} to ${check.last_seq ?? 0}; newest hash ${check.hash ?? 'none'}`,
    );
    if (check.count === 0 && check.findings.every(({ kind }) => kind === 'no_record')) {
      say(`Nothing has been written yet (in ${config.databaseFile}).`);
      return;
    }
    for (const { kind, text } of check.findings) say(`${kind}: ${text}`);
    say(check.ok ? 'The chain is whole.' : 'The audit log was tampered with, or damaged.');
    process.exitCode = check.ok ? 0 : 1;
  });

program
  .command('doctor')
  .description('check settings, storage, bus and clock, and say what to mend')
  .action(async () => {
    const findings = await examine(readConfig(process.env));
    for (const { ok, what, mend } of findings) {
      say(`${ok ? 'ok  ' : 'MEND'} ${what}`);
      if (mend !== undefined) say(`     ${mend}`);
    }
    process.exitCode = findings.every((finding) => finding.ok) ? 0 : 1;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`bauta: ${error.message}\n`);
  process.exit(1);
}

function auditLogOf(config: Config, store: Store): AuditLog {
  return createAuditLog(store, headFile(join(config.dataDir, 'audit.head')), clock, (error) => {
    process.stderr.write(`bauta: audit.head can't be written: ${error}\n`);
  });
}

async function serve(): Promise<void> {
  const config: Config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const server = await startServer(config, log, packageJson.version).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new ConfigError(`PORT: ${config.port} on ${config.host} is taken by another program`);
    }
    throw error;
  });
  // For the person who started it by hand; a service's log has it as JSON already.
  if (process.stdout.isTTY || process.env.BAUTA_SAY_ADDRESS === '1') say(`\n  Bauta is ready: ${server.url}\n`);

  let stops = 0;
  const stop = () => {
    stops += 1;
    if (stops > 1) process.exit(1);
    log.info('stopping');
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
