import { stopSharedServer } from './shared-server.ts';

// eslint-disable-next-line import-x/no-default-export -- what jest wants
export default async function tearDown(): Promise<void> {
  const folder = process.env['TEST_POSTGRES_FOLDER'];
  if (folder !== undefined) await stopSharedServer(folder);
}
