import './global-setup.ts';

// eslint-disable-next-line import-x/no-default-export -- what jest wants
export default async function tearDown(): Promise<void> {
  await globalThis.managedTrial?.takeBack();
}
