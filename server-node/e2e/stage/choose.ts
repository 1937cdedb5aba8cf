import type { Locator } from 'playwright-core';

/** From a select below a post: Mattermost has a field of its own for it, the stand-in the browser's. */
export async function choose(post: Locator, label: string, option: string): Promise<void> {
  const select = post.locator('select');
  await select.or(post.getByPlaceholder(label)).first().waitFor();
  if ((await select.count()) > 0) return void (await select.selectOption({ label: option }));
  await post.getByPlaceholder(label).click();
  await post.page().locator('#suggestionList').getByText(option).click();
}
