import { jest } from '@jest/globals';

/** A scenario that failed on a busy machine is played once more; what it failed of is printed all the same. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
