import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { toast } from './toast.tsx';

/** Code that is fetched once, and what it gave. */
interface Source<Props> {
  fetch(): Promise<ComponentType<Props>>;
  arrived: ComponentType<Props> | null;
}

/**
 * A component whose code is fetched when it is first drawn: `lazyPart(() => import('./x.tsx'), (m) => m.X)`. Until then it is
 * nothing. What has an `onClose` and can't be fetched is closed, with a word; a page that can't be is a fault. Not React's own `lazy`: that holds back what has arrived for 300 ms, once for each part within another.
 */
export function lazyPart<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
): (props: Props) => ReactNode {
  const source: Source<Props> = {
    arrived: null,
    async fetch() {
      source.arrived = pick(await load());
      return source.arrived;
    },
  };
  return (props) => <Fetched source={source} given={props} />;
}

function Fetched<Props extends object>({ source, given }: { source: Source<Props>; given: Props }) {
  const [part, setPart] = useState<{ Part: ComponentType<Props> | null; failure: unknown }>({
    Part: source.arrived,
    failure: null,
  });
  useEffect(() => {
    if (source.arrived !== null) return;
    source.fetch().then(
      (Part) => setPart({ Part, failure: null }),
      (failure: unknown) => setPart({ Part: null, failure }),
    );
  }, [source]);
  const { failure } = part;
  const close = 'onClose' in given && typeof given.onClose === 'function' ? given.onClose : null;
  useEffect(() => {
    if (failure === null || close === null) return;
    // No connection, or a new version is there: what is on the screen stays, with all that was written. Browsers remember that
    // a module failed, so another try needs the page anew.
    toast('That couldn’t be loaded. Reload the page once you’re online.');
    close();
  }, [failure, close]);
  // What can't be closed is the page itself: for the boundary around.
  if (failure !== null && close === null) throw failure;
  return part.Part === null ? null : <part.Part {...given} />;
}
