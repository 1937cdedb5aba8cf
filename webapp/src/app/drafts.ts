/** Half-written texts outlive the closing of the sidebar and a reload of the page, in this window. */
export function makeDrafts(storage: Storage | null, userId: string) {
  const prefix = `todo-node:draft:${userId}:`;
  const kept = new Map<string, string>();
  return {
    read(name: string): string {
      return kept.get(name) ?? storage?.getItem(prefix + name) ?? '';
    },
    write(name: string, text: string): void {
      kept.set(name, text);
      try {
        if (text === '') storage?.removeItem(prefix + name);
        else storage?.setItem(prefix + name, text);
      } catch {
        // Full or forbidden: the draft is still kept in memory.
      }
    },
  };
}

export type Drafts = ReturnType<typeof makeDrafts>;
