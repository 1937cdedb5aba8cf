import { REACT_VERSIONS, type ReactVersion } from '../page-bundle.ts';

/**
 * `REACT=19` starts the page, and with it the browser suite, as Mattermost 12 has it.
 *
 * @throws on any other version than those that are installed
 */
export function reactVersionOf({ REACT: wanted = '18' }: NodeJS.ProcessEnv): ReactVersion {
  const found = REACT_VERSIONS.find((version) => version === wanted);
  if (found === undefined) throw new Error(`REACT is ${REACT_VERSIONS.join(' or ')}, not "${wanted}".`);
  return found;
}
