/** Keys that act on the panel. One listener for the page; the parts that are drawn say which keys they take. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { lazyPart } from '../ui/lazy-part.tsx';
import { isCharacter, nameKey, SECOND_KEY_MS, step } from './key-sequence.ts';
import { SECTIONS } from './shell/sections.ts';
import { closeShortcuts, openShortcuts, singleKeysAllowed, useShortcutsOpen } from './single-keys.ts';

type Keys = Record<string, () => void>;

const taken = new Set<{ current: Keys }>();

const ShortcutsDialog = lazyPart(
  () => import('./shortcuts-dialog.tsx'),
  (module) => module.ShortcutsDialog,
);

/**
 * Takes keys while the component is drawn: `{ j: next, 'shift+b': burn, 'g r': goToReports, enter: open, '/': find }`. Names are
 * in lower case; a sign such as `?` is named by itself. They act only when no field has the focus and no dialog or menu is
 * open; those that type a character only while they are not turned off. Of two components that take the same key the one drawn
 * last gets it.
 */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    taken.add(current);
    return () => {
      taken.delete(current);
    };
  }, []);
}

/** Listens, and draws the list when it is asked for. Once in the panel, around what uses keys. */
export function ShortcutsHost({ children }: { children: ReactNode }) {
  const open = useShortcutsOpen();
  const [, goTo] = useLocation();
  useListening();
  useKeys({
    '?': openShortcuts,
    ...Object.fromEntries(SECTIONS.map(({ letter, path }) => [`g ${letter}`, () => goTo(path)])),
  });
  return (
    <>
      {children}
      {open && <ShortcutsDialog onClose={closeShortcuts} />}
    </>
  );
}

function useListening(): void {
  const [waiting] = useState<{ key: string | null; sinceMs: number }>(() => ({ key: null, sinceMs: 0 }));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (['Shift', 'CapsLock', 'Tab'].includes(event.key)) return;
      if (isTyping(event.target) || isElsewhere() || doesItsOwn(event)) return;
      const isLate = event.timeStamp - waiting.sinceMs > SECOND_KEY_MS;
      const { run, waiting: next } = step(isLate ? null : waiting.key, nameKey(event), allowedKeys());
      waiting.key = next;
      waiting.sinceMs = event.timeStamp;
      if (run === null) return;
      event.preventDefault();
      findAct(run)?.();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [waiting]);
}

function allowedKeys(): Set<string> {
  const names = [...taken].flatMap(({ current }) => Object.keys(current));
  return new Set(singleKeysAllowed() ? names : names.filter((name) => !isCharacter(name)));
}

function findAct(shortcut: string): (() => void) | undefined {
  return [...taken].findLast(({ current }) => shortcut in current)?.current[shortcut];
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

const isElsewhere = () => document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;

/** Enter on a button or a link presses it, and arrows move in a group of choices. */
function doesItsOwn(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event.key === 'Enter' || event.key === ' ') return event.target.closest('button, a, summary') !== null;
  return event.key.startsWith('Arrow') && event.target instanceof HTMLInputElement;
}
