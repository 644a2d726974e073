import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../../protocol/objects.ts';
import { createdMs } from '../../room/time.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TrashIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { nameColor } from '../../ui/mask.ts';
import { toast } from '../../ui/toast.tsx';
import { PlainText } from '../plain-text.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { shortTime } from '../table/when.ts';
import { deleteMessage, type MessagesPage, messagesKey, readMessages } from './rooms-api.ts';

const DeleteDialog = lazyPart(
  () => import('../delete-dialog.tsx'),
  (module) => module.DeleteDialog,
);

/** What was said in an open room, oldest first, as far as it was asked for. Every page is a look, so nothing is fetched unasked. */
export function RoomMessages({ code, nowMs }: { code: string; nowMs: number }) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: messagesKey(code),
    queryFn: ({ pageParam }) => readMessages(code, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.has_more ? oldestSeq(page) : null),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  const [deleting, setDeleting] = useState<Message | null>(null);
  const end = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const hasAny = query.data !== undefined;
  useEffect(() => {
    if (hasAny) end.current?.scrollIntoView({ block: 'end' });
  }, [hasAny]);

  const showOlder = async () => {
    const top = list.current?.firstElementChild;
    const { hasNextPage } = await query.fetchNextPage();
    // Older ones come in above: what was read last stays where it was.
    requestAnimationFrame(() => {
      top?.scrollIntoView({ block: 'start' });
      // The button has gone with the last page, and would take the focus with it.
      if (!hasNextPage) list.current?.focus({ preventScroll: true });
    });
  };
  const remove = async (message: Message) => {
    await deleteMessage(message.id);
    client.setQueryData<InfiniteData<MessagesPage>>(
      messagesKey(code),
      (data) => data && withoutWords(data, message.id),
    );
    toast('Message deleted');
  };

  if (query.data === undefined) {
    if (query.error !== null) {
      return <LoadFailure error={query.error} busy={query.isFetching} onTry={() => void query.refetch()} />;
    }
    return <Loading />;
  }
  const messages = query.data.pages.flatMap((page) => page.messages).sort((one, other) => one.seq - other.seq);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {query.hasNextPage && (
          <Button size="sm" busy={query.isFetchingNextPage && 'Loading…'} onClick={() => void showOlder()}>
            Show older
          </Button>
        )}
        {query.error !== null && (
          <span role="alert" className="text-danger-text">
            Not loaded. Try again.
          </span>
        )}
      </div>
      {messages.length === 0 && (
        <p className="text-ink-3">Nothing is stored here: nothing was said, or it has vanished.</p>
      )}
      <ol ref={list} aria-label="Messages" tabIndex={-1}>
        {messages.map((message) => (
          <li key={message.id} className="flex gap-2.5 border-b border-line py-2.5 last:border-0">
            <Avatar memberId={message.member_id} size={28} />
            <div className="min-w-0 flex-1">
              <div className="flex items-baseline gap-1.5">
                {/* The hue of the mask is worked out, so no class can name it. */}
                <bdi className="truncate font-semibold" style={{ color: nameColor(message.member_id) }}>
                  {message.nickname}
                </bdi>
                <span className="flex-none text-xs text-ink-3 tabular-nums">
                  {shortTime(createdMs(message), nowMs)}
                </span>
                {message.edited_at !== null && !message.deleted && <span className="text-xs text-ink-3">edited</span>}
              </div>
              {message.deleted ? (
                <p className="text-ink-3">
                  {message.deleted_by === 'moderator' ? 'Removed by a moderator' : 'Deleted by its author'}
                </p>
              ) : (
                <PlainText text={message.content} className="text-base" />
              )}
            </div>
            {!message.deleted && (
              <IconButton
                size="sm"
                tip="none"
                label={`Delete message of ${message.nickname}, ${shortTime(createdMs(message), nowMs)}`}
                icon={<TrashIcon size="sm" />}
                onClick={() => setDeleting(message)}
              />
            )}
          </li>
        ))}
      </ol>
      <div ref={end} className="pt-2">
        <Button
          size="sm"
          busy={query.isRefetching && !query.isFetchingNextPage && 'Looking…'}
          onClick={() => void client.resetQueries({ queryKey: messagesKey(code) })}
        >
          Look for newer ones
        </Button>
      </div>
      {deleting !== null && (
        <DeleteDialog
          nickname={deleting.nickname}
          onDelete={() => remove(deleting)}
          onClose={() => setDeleting(null)}
        />
      )}
    </>
  );
}

const oldestSeq = (page: MessagesPage): number | null =>
  page.messages.length === 0 ? null : Math.min(...page.messages.map((message) => message.seq));

function withoutWords(data: InfiniteData<MessagesPage>, id: string): InfiniteData<MessagesPage> {
  const pages = data.pages.map((page) => ({
    ...page,
    messages: page.messages.map((message) =>
      message.id === id ? { ...message, content: '', deleted: true, deleted_by: 'moderator' as const } : message,
    ),
  }));
  return { ...data, pages };
}
