/** People for the load: sessions, rooms, sockets. */
const JSON_TYPE = { 'Content-Type': 'application/json' };

async function post<Answer>(url: string, body: object, token?: string): Promise<Answer> {
  const headers = token === undefined ? JSON_TYPE : { ...JSON_TYPE, Authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json() as Promise<Answer>;
}

/** A nickname that reads like no other: counted in letters, since digits look like some. */
const nickname = (n: number): string => `p ${[...String(n)].map((digit) => 'abcdefghjk'[Number(digit)]).join('')}`;

export async function newSession(url: string, n: number): Promise<string> {
  const { session_token } = await post<{ session_token: string }>(`${url}/api/session/create/`, {
    nickname: nickname(n),
  });
  return session_token;
}

export async function newRoom(url: string, token: string): Promise<string> {
  const { room } = await post<{ room: { code: string } }>(`${url}/api/rooms/create/`, {}, token);
  return room.code;
}

/** Connecting joins. Resolves when the history has come, so that what follows is live. */
export function connect(url: string, code: string, token: string, hear: (frame: string) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/chat/${code}/?token=${token}`);
  return new Promise((resolve, reject) => {
    socket.addEventListener('close', () => reject(new Error('closed')));
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data.startsWith('{"type":"history"')) resolve(socket);
      hear(data);
    });
  });
}

export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
