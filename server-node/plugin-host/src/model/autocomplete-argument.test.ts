import { describe, expect, it } from '@jest/globals';

import { dynamicArgument } from './autocomplete-argument.ts';

describe('the address of a dynamic argument', () => {
  it.each(['suggestions/open', '/suggestions', 'builtin:users'])('may be %s', (FetchURL) => {
    expect(dynamicArgument({ FetchURL })).toMatchObject({ Type: 'DynamicList', Data: { FetchURL } });
  });

  it.each(['/plugins/todo/open', 'plugins/todo/open', 'open?state=1', 'https://example.com/open'])(
    'is refused when Mattermost would make another one of %s',
    (FetchURL) => {
      expect(() => dynamicArgument({ FetchURL })).toThrow(`got "${FetchURL}"`);
    },
  );
});
