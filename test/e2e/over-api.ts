/** People without a browser, for what a test needs to be there before it looks. */
import { expect } from '@playwright/test';
import { type RouteName, routes } from '../../protocol/routes.ts';

export interface Caller {
  /** Makes a call that must succeed, and gives its answer. */
  call<Answer>(name: RouteName, body?: object, params?: Record<string, string>): Promise<Answer>;
  /** Makes a call, and gives the code of its refusal, or null where it succeeds. */
  codeOf(name: RouteName, body?: object, params?: Record<string, string>): Promise<string | null>;
}

/** A new session. */
export async function personOverApi(url: string, nickname: string): Promise<Caller> {
  const send = async (token: string | null, name: RouteName, body?: object, params: Record<string, string> = {}) => {
    const { method, path } = routes[name];
    return fetch(url + path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? ''), {
      method: method.toUpperCase(),
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  const created = await send(null, 'createSession', { nickname });
  expect(created.status).toBe(201);
  const { session_token: token } = (await created.json()) as { session_token: string };
  return {
    async call<Answer>(name: RouteName, body?: object, params?: Record<string, string>) {
      const answer = await send(token, name, body, params);
      expect(answer.ok, `${name}: ${answer.status}`).toBe(true);
      return (answer.status === 204 ? undefined : await answer.json()) as Answer;
    },
    async codeOf(name, body, params) {
      const answer = await send(token, name, body, params);
      return answer.ok ? null : ((await answer.json()) as { code: string }).code;
    },
  };
}
