import { isRefusal } from '../program/grammar/command.ts';
import type { TodoProgram } from '../program/ports.ts';
import { understand } from '../program/understand.ts';
import type { Metrics } from './metrics.ts';

/** The verb is that of our grammar, with an external program too. */
export function countCommands(program: TodoProgram, metrics: Metrics): TodoProgram {
  return {
    async run(request) {
      const command = understand(request.input);
      const verb = isRefusal(command) ? ('none' as const) : command.verb;
      const { surface = 'other' } = request;
      try {
        const answer = await program.run(request);
        metrics.command({ verb, surface, outcome: answer.ok ? 'ok' : 'refused' });
        return answer;
      } catch (error) {
        metrics.command({ verb, surface, outcome: 'failed' });
        throw error;
      }
    },
  };
}
