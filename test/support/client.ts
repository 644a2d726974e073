import { expect } from 'bun:test';
import type { z } from 'zod';
import type { ErrorCode } from '../../protocol/errors.ts';
import type { Message, Room } from '../../protocol/objects.ts';
import { type RouteName, routes } from '../../protocol/routes.ts';
import { expectHeaders, type ProblemBody, readProblem } from './answer.ts';
import type { TestServer } from './server.ts';

type RouteOf<Name extends RouteName> = (typeof routes)[Name];
type Input<Name extends RouteName, Key extends string> =
  RouteOf<Name> extends { [key in Key]: infer Schema extends z.ZodType } ? z.input<Schema> : never;
type AnswerOf<Name extends RouteName> = {
  [Status in keyof RouteOf<Name>['answers']]: RouteOf<Name>['answers'][Status] extends infer Schema extends z.ZodType
    ? z.infer<Schema>
    : null;
}[keyof RouteOf<Name>['answers']];

interface Request<Name extends RouteName> {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: Input<Name, 'body'>;
  headers?: Record<string, string>;
}

export interface Client {
  readonly token: string | null;
  /** Makes a call that must succeed; its body is checked against the route’s schema. */
  call<Name extends RouteName>(name: Name, request?: Request<Name>): Promise<AnswerOf<Name>>;
  /** Like `call`, for a call with several kinds of success. */
  callForStatus<Name extends RouteName>(
    name: Name,
    request?: Request<Name>,
  ): Promise<{ status: number; body: AnswerOf<Name>; headers: Headers }>;
  /** Makes a call that must be refused with this code. The body may be anything. */
  refused<Name extends RouteName>(
    code: ErrorCode,
    name: Name,
    request?: Omit<Request<Name>, 'body'> & { body?: unknown },
  ): Promise<ProblemBody>;
}

/**
 * @param token The session’s; null for somebody without one. It goes as a bearer.
 * @param always headers of every call
 */
export function createClient(
  server: TestServer,
  token: string | null = null,
  always: Record<string, string> = {},
): Client {
  async function fetchRoute(name: RouteName, request: Request<RouteName> | undefined) {
    const { method, path } = routes[name];
    const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(request?.params?.[key] ?? ''));
    const query = new URLSearchParams(
      Object.entries(request?.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const response = await fetch(`${server.url}${filled}${query.size > 0 ? `?${query}` : ''}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(request?.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...always,
        ...request?.headers,
      },
      redirect: 'manual',
      ...(request?.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    expectHeaders(response);
    return { response, text: await response.text() };
  }

  const client: Client = {
    token,
    async callForStatus(name, request) {
      const { response, text } = await fetchRoute(name, request as Request<RouteName>);
      const answers: Record<number, z.ZodType | null> = routes[name].answers;
      const schema = answers[response.status];
      if (schema === undefined) throw new Error(`${name}: ${response.status} ${text}`);
      if (schema === null) expect(text).toBe('');
      else expect(response.headers.get('content-type')).toStartWith('application/json');
      const body = (schema === null ? null : schema.parse(JSON.parse(text))) as AnswerOf<typeof name>;
      return { status: response.status, body, headers: response.headers };
    },
    async call(name, request) {
      return (await client.callForStatus(name, request)).body;
    },
    async refused(code, name, request) {
      const { response, text } = await fetchRoute(name, request as Request<RouteName>);
      if (response.status < 400) throw new Error(`${name} should be refused with ${code}: ${response.status} ${text}`);
      const problem = readProblem(response, text);
      expect(problem.code).toBe(code);
      return problem;
    },
  };
  return client;
}

export interface Person extends Client {
  readonly token: string;
  readonly nickname: string;
  readonly sessionId: string;
}

let people = 0;

/** Somebody new with a session. */
export async function newPerson(server: TestServer, nickname = `Person ${people++}`): Promise<Person> {
  const { session_token, session } = await createClient(server).call('createSession', { body: { nickname } });
  return { ...createClient(server, session_token), token: session_token, nickname, sessionId: session.id };
}

/** A room of this person; `code` is what the others join with. */
export async function newRoom(owner: Client, body: z.input<typeof routes.createRoom.body> = {}): Promise<Room> {
  return (await owner.call('createRoom', { body })).room;
}

/** @returns the person’s member id in the room */
export async function join(person: Client, code: string): Promise<string> {
  return (await person.call('joinRoom', { body: { room_code: code } })).member.id;
}

export async function say(person: Client, code: string, content: string): Promise<Message> {
  return (await person.call('sendMessage', { body: { room_code: code, content } })).message;
}

export async function messagesOf(person: Client, code: string, query: Record<string, number> = {}): Promise<Message[]> {
  return (await person.call('listMessages', { params: { code }, query })).messages;
}
