/** What axe says of a screen. It comes as a script, so the page must have been opened with `bypassCSP`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WIDTHS: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** Only for these pages: axe comes as a script that the content policy would refuse. */
export function forAxe(width: string, colorScheme: 'light' | 'dark'): BrowserContextOptions {
  return { ...WIDTHS[width], colorScheme, bypassCSP: true, reducedMotion: 'reduce' };
}

/** Expects that axe finds nothing on what is shown now. */
export async function isAccessible(page: Page, screen: string): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeAttached();
  await page.addScriptTag({ content: AXE });
  const found = await page.evaluate(async () => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const { violations } = await loaded.run(document, {
      // A menu hangs beside the landmarks while it is open, as its pattern has it.
      rules: { region: { enabled: document.querySelector('[role=menu]') === null } },
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
  expect(found, screen).toEqual([]);
}
