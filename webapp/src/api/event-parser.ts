export interface StreamEvent {
  name: string;
  data: string;
}

/**
 * Reads `text/event-stream` piece by piece. A piece may end in the middle of a line; comments (`: ping`)
 * and fields that we do not use are passed over.
 */
export function makeEventParser(onEvent: (event: StreamEvent) => void) {
  let rest = '';
  let name = '';
  let data: string[] = [];

  function takeLine(line: string): void {
    if (line === '') {
      if (data.length > 0) onEvent({ name: name === '' ? 'message' : name, data: data.join('\n') });
      name = '';
      data = [];
    } else if (line.startsWith('event:')) name = line.slice(6).trim();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }

  return (piece: string): void => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    lines.forEach(takeLine);
  };
}
