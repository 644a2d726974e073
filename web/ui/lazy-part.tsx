import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** Code that is fetched once, and what it gave. */
interface Source<Props> {
  fetch(): Promise<ComponentType<Props>>;
  arrived: ComponentType<Props> | null;
}

/**
 * A component whose code is fetched when it is first drawn: `lazyPart(() => import('./x.tsx'), (m) => m.X)`. Until then it is
 * nothing. Not React's own `lazy`: that holds back what has arrived for 300 ms, once for each part within another.
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
  // For the error boundary around.
  if (part.failure !== null) throw part.failure;
  return part.Part === null ? null : <part.Part {...given} />;
}
