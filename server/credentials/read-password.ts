import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * A new password: asked for twice at a terminal, where it isn't shown; otherwise the first line of stdin.
 *
 * @returns null where there is none, or where the two differ
 */
export async function readPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) {
    const [line = ''] = (await new Response(Bun.stdin.stream()).text()).split(/\r?\n/);
    return line === '' ? null : line;
  }
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    const ask = async (question: string) => {
      process.stdout.write(question);
      const answer = await lines.question('');
      process.stdout.write('\n');
      return answer;
    };
    const password = await ask('Password (at least 12 characters): ');
    const again = await ask('Once more: ');
    return password !== '' && password === again ? password : null;
  } catch (error) {
    // Ctrl-C, or the end of the input.
    if (error instanceof Error && error.name === 'AbortError') return null;
    throw error;
  } finally {
    lines.close();
  }
}
