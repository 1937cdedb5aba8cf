import { ANN, ANNS, BOB, POST, TEAM } from './people.ts';

const list = ANNS.listId;
const team = TEAM.listId;

/** What version 0.1.0 had written, as SQL for both databases, to be run after its only migration. */
export const FILLED_0_1_0 = `
  insert into todo_list values ('${list}', 4, 4, 1, 1), ('${team}', 1, 2, 1, 0);
  insert into todo (id, list_id, number, text, notes, state, creator_id, assignee_id, sort_order, version, created_at,
      updated_at, done_at, source_post_id, source_channel_id) values
    ('t1', '${list}', 1, 'Buy milk', 'two litres', 'open', '${ANN}', '${ANN}', 1024, 1, 1000, 1000, null, null, null),
    ('t2', '${list}', 2, 'Call Bob', '', 'done', '${ANN}', '${ANN}', 2048, 2, 1000, 2000, 2000, null, null),
    ('t3', '${list}', 3, 'Nothing', '', 'deleted', '${ANN}', '${ANN}', 3072, 2, 1000, 3000, null, null, null),
    ('t4', '${team}', 1, 'Bring cake', '', 'open', '${BOB}', null, 1024, 1, 4000, 4000, null, '${POST}', 'c1');
  insert into todo_history (change_id, list_id, todo_id, actor_id, act, at, before_fields, after_fields, undoes) values
    ('h1', '${list}', 't1', '${ANN}', 'add', 1000, '{}', '{"text":"Buy milk"}', null),
    ('h1', '${list}', 't2', '${ANN}', 'add', 1000, '{}', '{"text":"Call Bob"}', null),
    ('h1', '${list}', 't3', '${ANN}', 'add', 1000, '{}', '{"text":"Nothing"}', null),
    ('h2', '${list}', 't2', '${ANN}', 'done', 2000, '{"state":"open","doneAt":null}', '{"state":"done","doneAt":2000}', null),
    ('h3', '${list}', 't3', '${ANN}', 'delete', 3000, '{"state":"open"}', '{"state":"deleted"}', null),
    ('h4', '${team}', 't4', '${BOB}', 'add', 4000, '{}', '{"text":"Bring cake"}', null);
  insert into todo_claim values ('${ANN}:key', 'h1', 1000), ('nothing', null, 1000);
  insert into todo_reply (id, order_key, target, text, created_at, due_at, attempts) values
    ('r1', 'direct:${ANN}', '{"kind":"direct","userId":"${ANN}"}', 'Added.', 1000, 1000, 0);
`;
