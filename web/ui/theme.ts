/** Light or dark: the system's choice, until somebody pins one here. The only thing that Bauta keeps in localStorage. */
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const KEY = 'bauta-theme';
const CANVAS = { light: '#F5F8F7', dark: '#0A0E0D' } as const;
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function pinned(): Theme | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    // Storage may be forbidden altogether; then the system decides.
    return null;
  }
}

function current(): Theme {
  const kept = document.documentElement.dataset.theme;
  if (kept === 'light' || kept === 'dark') return kept;
  return systemIsDark.matches ? 'dark' : 'light';
}

function paint(theme: Theme | null): void {
  if (theme === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const ofSystem = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = CANVAS[theme ?? ofSystem];
  }
  for (const tell of listeners) tell();
}

/** Shows the pinned theme and follows the choice made in other tabs. Called once, before the first paint. */
export function startTheme(): void {
  paint(pinned());
  systemIsDark.addEventListener('change', () => paint(pinned()));
  window.addEventListener('storage', (event) => {
    // `key` is null when everything was cleared.
    if (event.key === KEY || event.key === null) paint(pinned());
  });
}

/** Pins a theme; the system's own one unpins, so that nothing is kept without need. */
export function chooseTheme(theme: Theme): void {
  const isSystems = theme === (systemIsDark.matches ? 'dark' : 'light');
  try {
    if (isSystems) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Not kept, but shown until the page goes.
  }
  paint(isSystems ? null : theme);
}

/** Goes back to the system's theme, after everything kept here was erased. */
export function forgetTheme(): void {
  paint(null);
}

export function useTheme(): Theme {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, current);
}
