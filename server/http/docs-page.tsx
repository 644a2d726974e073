/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { oas31 } from 'zod-openapi';
import type { AppEnv } from './mount.ts';
import { openApiDocument } from './openapi.ts';

/** `/api/openapi.json`, and a page to browse it: plain HTML, no script, nothing from anywhere else. */
export function mountDocs(app: Hono<AppEnv>, version: string): void {
  // Made when it is first asked for: most servers are never asked, and it takes megabytes.
  let made: { json: string; html: string } | null = null;
  const docs = () => {
    if (made !== null) return made;
    const document = openApiDocument(version);
    const html = `<!doctype html>${(<DocsPage document={document} />).toString()}`;
    made = { json: JSON.stringify(document), html };
    return made;
  };

  for (const path of ['/api/openapi.json', '/api/openapi.json/']) {
    app.get(path, (context) => {
      context.set('route', 'GET /api/openapi.json');
      return context.body(docs().json, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    });
  }
  for (const path of ['/api/docs/', '/api/docs']) {
    app.get(path, (context) => {
      context.set('route', 'GET /api/docs/');
      return context.html(docs().html, 200, { 'Cache-Control': 'no-store' });
    });
  }
  app.get('/api/docs/docs.css', (context) => {
    context.set('route', 'GET /api/docs/');
    return context.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-store' });
  });
}

const STYLE = `
:root { color-scheme: light dark }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem }
h2 { margin-top: 2.5rem } h3 { margin: 0; font-size: 1rem; font-weight: 500 }
code, pre { font: 13px/1.5 ui-monospace, monospace }
pre { overflow: auto; padding: .75rem; border: 1px solid #8884; border-radius: 8px }
details { border-top: 1px solid #8884; padding: .6rem 0 } summary { cursor: pointer }
summary b { display: inline-block; width: 4.5rem; text-transform: uppercase; font-size: .75rem }
summary span { display: block; opacity: .8 }
dt { font-weight: 600; margin-top: .5rem } dd { margin: 0 }
`;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function DocsPage({ document }: { document: oas31.OpenAPIObject }) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Bauta API</title>
        <link rel="stylesheet" href="/api/docs/docs.css" />
      </head>
      <body>
        <main>
          <h1>Bauta API</h1>
          <p>{document.info.description}</p>
          <p>
            The same as <a href="/api/openapi.json">OpenAPI 3.1</a>. Version {document.info.version}.
          </p>
          {(document.tags ?? []).map((tag) => (
            <section>
              <h2>{tag.name}</h2>
              {operations
                .filter(({ operation }) => operation.tags?.includes(tag.name))
                .map((one) => (
                  <Operation {...one} />
                ))}
            </section>
          ))}
          <h2>Objects</h2>
          {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
            <details id={name}>
              <summary>{name}</summary>
              <Json value={schema} />
            </details>
          ))}
        </main>
      </body>
    </html>
  );
}

function Operation({ path, method, operation }: { path: string; method: string; operation: oas31.OperationObject }) {
  const body = operation.requestBody;
  return (
    <details>
      <summary>
        <b>{method}</b>
        <code>{path}</code>
        <span>{operation.summary}</span>
      </summary>
      {(operation.parameters ?? []).length > 0 && <h3>Parameters</h3>}
      {(operation.parameters ?? []).length > 0 && <Json value={operation.parameters} />}
      {body !== undefined && <h3>Body</h3>}
      {body !== undefined && <Json value={body} />}
      <h3>Answers</h3>
      <dl>
        {Object.entries(operation.responses ?? {}).map(([status, response]) => (
          <>
            <dt>{status}</dt>
            <dd>
              {'description' in response ? response.description : ''}
              {status.startsWith('2') && 'content' in response && <Json value={response.content} />}
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}

const Json = ({ value }: { value: unknown }) => (
  <pre>
    <code>{JSON.stringify(value, null, 2)}</code>
  </pre>
);
