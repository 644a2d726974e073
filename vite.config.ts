import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = 'http://localhost:8000';

// No `changeOrigin`: the server compares Origin with Host, and behind the proxy both stay what the browser sent.
const proxied = { target: SERVER, changeOrigin: false };

// The one default export here: Vite takes its settings in no other way.
export default defineConfig({
  root: 'web',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    // The polyfill is an inline script, which the content security policy refuses; the targets don't need it.
    modulePreload: { polyfill: false },
    // Nothing as `data:`: the policy takes fonts and scripts from the server only.
    assetsInlineLimit: 0,
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
