import { type ComponentType, lazy } from 'react';

/** A component whose code is fetched when it is first drawn: `lazyPart(() => import('./x.tsx'), (m) => m.X)`. */
export function lazyPart<Module, Props>(load: () => Promise<Module>, pick: (module: Module) => ComponentType<Props>) {
  return lazy(async () => ({ default: pick(await load()) }));
}
