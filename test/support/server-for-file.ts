import { afterAll, beforeAll, expect } from 'bun:test';
import { type Environment, startServer, type TestServer } from './server.ts';

/** One server process for the tests of a file, which must end without having logged a bug of its own. */
export function serverForFile(env: Environment = {}): TestServer {
  let started: TestServer | null = null;
  beforeAll(async () => {
    started = await startServer(env);
  }, 20_000);
  afterAll(async () => {
    const { output } = proxied();
    await started?.dispose();
    expect(output.stdout.split('\n').filter((line) => /"level":[56]0/.test(line))).toEqual([]);
    expect(output.stderr).toBe('');
  });

  const proxied = () => {
    if (started === null) throw new Error('the server runs from the first test on');
    return started;
  };
  // The process starts after the file was read, so its address is looked up at each use.
  return new Proxy({} as TestServer, { get: (_, key) => Reflect.get(proxied(), key) });
}
