/** How long after the order to block somebody their sockets are closed: 100 blocks, three sockets each, in a room that talks. */
import { connect, newRoom, newSession, percentile } from './people.ts';
import { measuredServer } from './server.ts';

const BLOCKS = 100;
const SOCKETS = 3;
const LISTENERS = 50;

const server = await measuredServer();
const owner = await newSession(server.url, 0);
const code = await newRoom(server.url, owner);
const speaker = await connect(server.url, code, owner, () => {});
for (let n = 1; n <= LISTENERS; n++) await connect(server.url, code, await newSession(server.url, n), () => {});
const talk = setInterval(() => speaker.send('{"type":"chat_message","content":"meanwhile, the room goes on"}'), 5);

const times: number[] = [];
for (let n = 0; n < BLOCKS; n++) {
  const token = await newSession(server.url, 1_000 + n);
  let memberId = '';
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, () =>
      connect(server.url, code, token, (frame) => {
        if (frame.startsWith('{"type":"welcome"')) memberId = JSON.parse(frame).member.id;
      }),
    ),
  );
  const closed = Promise.all(
    sockets.map(
      (socket) => new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code))),
    ),
  );
  const startedMs = performance.now();
  const answered = fetch(`${server.url}/api/moderation/block-session/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${owner}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ room_code: code, member_id: memberId }),
  });
  const codes = await closed;
  times.push(performance.now() - startedMs);
  if (codes.some((one) => one !== 4403)) throw new Error(`closed with ${codes}`);
  if (!(await answered).ok) throw new Error('the block was refused');
}
clearInterval(talk);
times.sort((a, b) => a - b);
const shown = (share: number) => `${percentile(times, share).toFixed(1)} ms`;
process.stdout.write(
  `from the order to ${SOCKETS} closed sockets, ${BLOCKS} blocks, ${LISTENERS} others in the room: p50 ${shown(0.5)}, p99 ${shown(0.99)}\n`,
);
await server.dispose();
process.exit(0);
