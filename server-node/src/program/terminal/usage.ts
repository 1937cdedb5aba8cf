export const USAGE = `Usage: todo [--list LIST] [--as USER_ID] [COMMAND]

The same commands as after /todo, on the same store:
  todo add Buy milk        todo done 2 4-6        todo edit 3 Buy oat milk
  todo                     todo reopen 2          todo delete 2
  todo help                todo undo

Options, before the command:
  --list LIST    shared (the default), person:<user id>, channel:<channel id>, or me (needs --as)
  --as USER_ID   who acts, in a person's list none but that person; undo takes
                 back this person's changes
  --             the command begins here
  --help         this

How a line is understood, doing nothing:
  todo explain LINE
  todo explain --json LINE     as JSON: {"verb", "numbers", "text", "due", "repeat"} or {"error"}
  todo explain --json --stdin  one line of JSON in, one JSON answer a line out: a string, or
                               {"line", "now", "zone", "locale"}
  --now, --zone, --locale      before the line: when, where and in which language it is written,
                               for instance 2026-12-04T17:00, Europe/Berlin and en

DATABASE_URL names the store, as for the backend. Whoever may open it may act for everyone.
Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
`;
