const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What the page's script finds in `#root`. */
export interface PageData {
  basePath: string;
  oneClickUsers: { username: string; password: string }[];
}

const STYLES = [
  'bootstrap/bootstrap.min.css',
  'icons/css/compass-icons.css',
  ...[300, 400, 600].map((weight) => `fonts/open-sans/${weight}.css`),
  ...[300, 400, 600].map((weight) => `fonts/metropolis/${weight}.css`),
  'page/page.css',
];

/** No inline script: the policy of the page forbids it, as Mattermost's does. */
export function pageHtml(basePath: string, oneClickUsers: PageData['oneClickUsers']): string {
  const data: PageData = { basePath, oneClickUsers };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Stand-in for Mattermost</title>
    <link rel="icon" href="data:," />
    ${STYLES.map((path) => `<link rel="stylesheet" href="${basePath}/static/${path}" />`).join('\n    ')}
  </head>
  <body class="app__body">
    <div id="root" data-page="${escape(JSON.stringify(data))}"></div>
    <script src="${basePath}/static/page/page.js" defer></script>
  </body>
</html>
`;
}
