import { Command } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { sweep } from './actions/sweep.ts';
import { createInProcessBus } from './bus/in-process.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { examine } from './doctor.ts';
import { createLog } from './log.ts';
import { startServer } from './main.ts';
import { openStore } from './open-store.ts';

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
    const rules = { session: config.session, maxMembersPerRoom: config.limits.membersPerRoom };
    const { messages } = await sweep({ store, clock, rules, bus: createInProcessBus() });
    await store.close();
    say(`Deleted ${messages} expired ${messages === 1 ? 'message' : 'messages'}.`);
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
