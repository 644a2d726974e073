import { extname, join, normalize } from 'node:path';
import type { Hono } from 'hono';
import { Refusal } from '../domain/refusal.ts';
import type { AppEnv } from './mount.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Pages of the web client; each is the same document, which finds its own way. */
const PAGES = ['/', '/r/', '/r'];
/** The operator's panel: a document of its own, that people never load. */
const PANEL = /^\/admin(\/[a-z]*)*$/;

/** Serves the built web client. Names of files in `assets/` hold a hash of their content, so browsers may keep them for good. */
export function mountSite(app: Hono<AppEnv>, folder: string): void {
  app.get('*', async (context) => {
    context.set('route', 'GET site');
    const { path } = context.req;
    if (path.startsWith('/api/') || path.startsWith('/ws/')) throw new Refusal('not_found');
    if (PAGES.includes(path)) return file('index.html', 200);
    if (PANEL.test(path)) return file('admin/index.html', 200);
    const name = normalize(path).slice(1);
    if (
      TYPES[extname(name)] !== undefined &&
      extname(name) !== '.html' &&
      (await Bun.file(join(folder, name)).exists())
    ) {
      return file(name, 200);
    }
    return file('index.html', 404);

    async function file(name: string, status: 200 | 404): Promise<Response> {
      const headers = new Headers({
        'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
        'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        Vary: 'Accept-Encoding',
      });
      const accepted = context.req.header('accept-encoding') ?? '';
      for (const [encoding, ending] of [
        ['br', '.br'],
        ['gzip', '.gz'],
      ] as const) {
        const packed = Bun.file(join(folder, name + ending));
        if (!new RegExp(`\\b${encoding}\\b`).test(accepted) || !(await packed.exists())) continue;
        headers.set('Content-Encoding', encoding);
        return new Response(packed, { status, headers });
      }
      const plain = Bun.file(join(folder, name));
      if (await plain.exists()) return new Response(plain, { status, headers });
      throw new Refusal('not_found', { detail: 'The web client is not built. Run `npm start`.' });
    }
  });
}
