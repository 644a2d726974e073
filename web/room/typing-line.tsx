const NAMED_MAX = 2;

/** Who is writing. Not read out: it comes and goes. */
export function TypingLine({ names }: { names: readonly string[] }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-[7px]" aria-hidden="true">
      <span className="room-typing inline-flex flex-none gap-[3px]">
        <span />
        <span />
        <span />
      </span>
      <span className="min-w-0 truncate">
        {names.length > NAMED_MAX ? (
          `${names.length} people are typing`
        ) : (
          <>
            {names.map((name, index) => (
              <span key={name}>
                {index > 0 && ' and '}
                <b className="font-medium text-ink-2">
                  <bdi>{name}</bdi>
                </b>
              </span>
            ))}
            {names.length === 1 ? ' is typing' : ' are typing'}
          </>
        )}
      </span>
    </span>
  );
}
