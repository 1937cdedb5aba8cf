import type { EpochMs } from '../shared/time.ts';
import type { Outbox } from './ports.ts';
import type { Reply, ReplyDraft, ReplyId } from './reply.ts';

export type Fate = 'waiting' | 'sent' | 'dropped';

interface Row {
  reply: Reply;
  attempts: number;
  dueAt: EpochMs;
  holder: string | undefined;
  fate: Fate;
  reason?: string;
}

/** An outbox in memory, by the rules of its port. */
export function memoryOutbox(now: () => EpochMs, orderKeyOf: (draft: ReplyDraft) => string = keyOf) {
  const rows: Row[] = [];
  const listeners = new Set<() => void>();
  const rowOf = (id: ReplyId) => rows.find(({ reply }) => reply.id === id) as Row;
  const isOldestOfKey = (row: Row) =>
    rows.find(({ reply, fate }) => fate === 'waiting' && reply.orderKey === row.reply.orderKey) === row;
  const outbox: Outbox = {
    async add(drafts) {
      for (const draft of drafts) {
        const id = `reply-${rows.length + 1}` as ReplyId;
        const reply = { ...draft, id, orderKey: orderKeyOf(draft), createdAt: now(), attempts: 0 };
        rows.push({ reply, attempts: 0, dueAt: now(), holder: undefined, fate: 'waiting' });
      }
      listeners.forEach((listener) => listener());
    },
    async take(at, leaseMs, limit, holder) {
      const isFree = (row: Row) => row.holder === undefined && row.dueAt <= at;
      const due = rows.filter((row) => row.fate === 'waiting' && isFree(row) && isOldestOfKey(row));
      return due.slice(0, limit).map((row) => {
        Object.assign(row, { dueAt: at + leaseMs, holder });
        row.attempts += 1;
        return { ...row.reply, attempts: row.attempts - 1 };
      });
    },
    async sent(id) {
      rowOf(id).fate = 'sent';
    },
    async retry(id, retryAt, reason, holder) {
      if (rowOf(id).holder === holder)
        Object.assign(rowOf(id), { dueAt: retryAt, reason, holder: undefined });
    },
    async renew(id, until, holder) {
      if (rowOf(id).fate !== 'waiting' || rowOf(id).holder !== holder) return false;
      rowOf(id).dueAt = until;
      return true;
    },
    async leases() {
      return rows.flatMap(({ reply: { id }, dueAt: until, holder, fate }) =>
        fate === 'waiting' && holder !== undefined ? [{ id, until, holder }] : [],
      );
    },
    async free({ id, holder, until }) {
      const row = rowOf(id);
      if (row.holder === holder && row.dueAt === until) Object.assign(row, { dueAt: 0, holder: undefined });
    },
    async drop(id, _now, reason) {
      Object.assign(rowOf(id), { fate: 'dropped', reason });
    },
    async backlog() {
      const waiting = rows.filter(({ fate }) => fate === 'waiting');
      return { waiting: waiting.length, oldestAt: waiting[0]?.reply.createdAt ?? null };
    },
    async prune() {},
    onAdded(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return { ...outbox, rows, fates: () => rows.map(({ fate }) => fate) };
}

const keyOf = ({ target }: ReplyDraft): string =>
  target.kind === 'direct' ? target.userId : target.kind === 'thread' ? target.triggerPostId : target.url;
