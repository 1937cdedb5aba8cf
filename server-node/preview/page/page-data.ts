export interface PageData {
  /** `''`, or a subpath such as `/chat`. */
  basePath: string;
  oneClickUsers: { username: string; password: string }[];
}

/** What the server wrote into the page. */
export function readPageData(): PageData {
  const root = document.getElementById('root');
  return JSON.parse(root?.dataset['page'] ?? '') as PageData;
}
