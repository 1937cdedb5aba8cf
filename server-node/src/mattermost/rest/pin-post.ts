import type { PinPost } from '../../replies/ports.ts';
import { deliveryErrorOf } from './delivery-error.ts';
import type { RestClient } from './rest-client.ts';

/** To be pinned once more changes nothing. */
export function makePinPost(client: Pick<RestClient, 'setPinned'>): PinPost {
  return async (postId, isPinned) => {
    try {
      await client.setPinned(postId, isPinned);
    } catch (error) {
      throw deliveryErrorOf(error);
    }
  };
}
