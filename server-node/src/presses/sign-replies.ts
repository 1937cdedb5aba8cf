import type { ReplyPoster } from '../replies/ports.ts';
import type { Reply } from '../replies/reply.ts';
import { signChoices, type Below } from './sentence.ts';
import type { Signer } from './signer.ts';

/** Has what can be pressed below a reply signed just before it goes out. */
export function signingPoster(poster: ReplyPoster, signer: Signer): ReplyPoster {
  return {
    async post(reply, isOurs) {
      if (reply.choices === undefined) return poster.post(reply, isOurs);
      const pressables = await signChoices(signer, reply.choices, belowOf(reply), reply.createdAt);
      return poster.post({ ...reply, pressables }, isOurs);
    },
  };
}

const belowOf = ({ id, target }: Reply): Below =>
  target.kind === 'edit' ? { post: target.postId } : { reply: id };
