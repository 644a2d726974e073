import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ERRORS, type ErrorCode } from '../../protocol/errors.ts';
import type { Route } from '../../protocol/route.ts';
import { routes } from '../../protocol/routes.ts';

/** The shape of every refusal; written as a schema only for the document. */
const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    request_id: z.string(),
    retry_after_seconds: z.int().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Messages are for people, `code` is for programs.' });

/** What answers with something else than JSON. */
const MEDIA: Record<string, string> = { adminAuditExport: 'application/x-ndjson' };

const SECURITY: Record<Route['needs'], Record<string, string[]>[]> = {
  nothing: [],
  session: [{ bearer: [] }, { cookie: [] }],
  operator: [{ operator: [] }],
};

/** Every call can be refused with these. */
const ALWAYS: ErrorCode[] = ['rate_limited', 'internal', 'unavailable'];

/** OpenAPI 3.1, made from the schemas that check the requests. */
export function openApiDocument(version: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries(routes) as [string, Route][]) {
    paths[route.path] = { ...paths[route.path], [route.method]: operation(name, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Bauta',
      version,
      description: 'An anonymous web messenger. Paths answer the same without the slash at their end.',
    },
    tags: ['Sessions', 'Rooms', 'Messages', 'Moderation', 'Operator'].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'bauta_session' },
        operator: { type: 'apiKey', in: 'cookie', name: 'bauta_admin' },
      },
    },
  });
}

function operation(name: string, route: Route): ZodOpenApiOperationObject {
  const errors: ErrorCode[] = [
    ...route.errors,
    ...(route.needs === 'nothing' ? [] : (['unauthenticated'] as const)),
    ...(route.needs === 'session' ? (['banned'] as const) : []),
    ...(route.confirmed ? (['confirmation_required'] as const) : []),
    ...(route.body === undefined ? [] : (['payload_too_large', 'unsupported_media_type'] as const)),
    ...(route.method === 'get' ? [] : (['forbidden'] as const)),
    ...ALWAYS,
  ];
  const responses: ZodOpenApiOperationObject['responses'] = {};
  for (const [status, schema] of Object.entries(route.answers)) {
    responses[status as `${2}${number}${number}`] = {
      description: schema === null ? 'Done.' : 'The answer.',
      ...(schema === null ? {} : { content: { [MEDIA[name] ?? 'application/json']: { schema } } }),
    };
  }
  for (const [status, codes] of Object.entries(
    Object.groupBy(new Set(errors), (code) => String(ERRORS[code].status)),
  )) {
    responses[status as `${4}${number}${number}`] = {
      description: (codes ?? []).map((code) => `\`${code}\`: ${ERRORS[code].title}`).join('. '),
      content: { 'application/problem+json': { schema: Problem } },
    };
  }
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.tag],
    security: SECURITY[route.needs],
    requestParams: {
      ...(route.params === undefined ? {} : { path: route.params }),
      ...(route.query === undefined ? {} : { query: route.query }),
    },
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses,
  };
}
