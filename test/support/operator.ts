import { type Client, createClient } from './client.ts';
import { runCommand, type TestServer } from './server.ts';

export const PASSWORD = 'seven quiet herons';

/** Makes an operator by the command, as somebody who hosts it would. */
export async function createOperator(server: TestServer, username = 'op'): Promise<void> {
  const args = ['create-admin', '--username', username];
  const env = { DATA_DIR: server.dataDir, TEST_CLOCK: server.clock.setting() };
  const { code, stderr } = await runCommand(args, env, `${PASSWORD}\n`);
  if (code !== 0) throw new Error(`create-admin: ${stderr}`);
}

export interface Operator extends Client {
  readonly cookie: string;
}

/** Signs in, and calls as a browser would: with the cookie, from the server’s own origin. */
export async function signIn(server: TestServer, username = 'op', code?: string): Promise<Operator> {
  const anybody = createClient(server, null, { Origin: server.url });
  const body = { username, password: PASSWORD, ...(code === undefined ? {} : { code }) };
  const { headers } = await anybody.callForStatus('adminLogin', { body });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...createClient(server, null, { Origin: server.url, Cookie: cookie }), cookie };
}
