import type { PinPost } from '../../replies/ports.ts';
import { deliveryErrorOf } from './delivery-error.ts';
import type { EditApi } from './edit-own-post.ts';

export function makePinPost(api: EditApi): PinPost {
  return async (postId, isPinned) => {
    try {
      const post = await api.GetPost(postId);
      if (post.IsPinned !== isPinned) await api.UpdatePost({ ...post, IsPinned: isPinned });
    } catch (error) {
      throw deliveryErrorOf(error);
    }
  };
}
