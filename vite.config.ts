import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVER = 'http://localhost:8000';

// No `changeOrigin`: the server compares Origin with Host, and behind the proxy both stay what the browser sent.
const proxied = { target: SERVER, changeOrigin: false };

/** The font of the first words on the screen starts to load with the page, and not only once the styles have been read. */
const preloadFont: Plugin = {
  name: 'preload-font',
  transformIndexHtml(_html, { bundle = {} }) {
    const font = Object.keys(bundle).find((file) => /\binter-latin-wght-normal\b.*\.woff2$/.test(file));
    if (font === undefined) return [];
    const attrs = { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: true };
    return [{ tag: 'link', attrs, injectTo: 'head' }];
  },
};

/** As the server does it: every address below /admin/ is the panel, which finds its page by itself. */
const servePanel: Plugin = {
  name: 'serve-panel',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const isPage = request.headers.accept?.includes('text/html') ?? false;
      if (isPage && /^\/admin(\/|\?|$)/.test(request.url ?? '')) request.url = '/admin/index.html';
      next();
    });
  },
};

// The one default export here: Vite takes its settings in no other way.
export default defineConfig({
  root: 'web',
  plugins: [react(), tailwindcss(), preloadFont, servePanel],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    // The polyfill is an inline script, which the content security policy refuses; the targets don't need it.
    modulePreload: { polyfill: false },
    // Nothing as `data:`: the policy takes fonts and scripts from the server only.
    assetsInlineLimit: 0,
    // The operator's panel is a page of its own, so that people fetch nothing of it.
    rolldownOptions: { input: ['web/index.html', 'web/admin/index.html'] },
  },
  server: {
    port: 3000,
    strictPort: true,
    proxy: {
      '/api': proxied,
      '/healthz': proxied,
      '/ws': { ...proxied, ws: true },
    },
  },
});
