import { leadOpener, popOutAt } from './pop-out.ts';

/** The addresses of the page, without the subpath of the site, as plugins give them. */
export interface PageHistory {
  location(): string;
  push(path: string): void;
  replace(path: string): void;
  listen(listener: () => void): () => void;
}

export function makeHistory(basePath: string): PageHistory {
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const here = () => window.location.pathname.slice(basePath.length) || '/';
  window.addEventListener('popstate', tell);
  return {
    location: here,
    push(path) {
      if (popOutAt(here()) !== undefined) return leadOpener(path);
      window.history.pushState(null, '', basePath + path);
      tell();
    },
    replace(path) {
      window.history.replaceState(null, '', basePath + path);
      tell();
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
