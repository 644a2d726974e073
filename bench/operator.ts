/** Signs in as an operator, as a browser would, and calls the panel's API. */
import { join } from 'node:path';

const CLI = join(import.meta.dir, '..', 'server', 'cli.ts');
const PASSWORD = 'seven quiet herons';

export interface Operator {
  /** A call that must succeed, and how many milliseconds it took. */
  call(method: string, path: string, body?: object): Promise<{ answer: unknown; ms: number }>;
}

export async function newOperator(url: string, dataDir: string): Promise<Operator> {
  const made = Bun.spawnSync([process.execPath, CLI, 'create-admin', '--username', 'bench'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdin: Buffer.from(`${PASSWORD}\n`),
  });
  if (made.exitCode !== 0) throw new Error(made.stderr.toString());
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Origin: url };
  const login = await fetch(`${url}/api/admin/login/`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: 'bench', password: PASSWORD }),
  });
  if (!login.ok) throw new Error(await login.text());
  headers.Cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    async call(method, path, body) {
      const startedMs = performance.now();
      const response = await fetch(`${url}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const ms = performance.now() - startedMs;
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
      return { answer: text === '' ? null : JSON.parse(text), ms };
    },
  };
}
