export type Release = () => void | Promise<void>;

/** Remembers how to undo what was started, and undoes it last-in first-out. One failure does not stop the rest. */
export function releaseStack() {
  const releases: Release[] = [];
  return {
    add: (release: Release) => void releases.push(release),
    async releaseAll(): Promise<void> {
      const failures: unknown[] = [];
      for (let release = releases.pop(); release !== undefined; release = releases.pop()) {
        try {
          await release();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) {
        throw new AggregateError(failures, `${failures.length} resource(s) did not close cleanly`);
      }
    },
  };
}
