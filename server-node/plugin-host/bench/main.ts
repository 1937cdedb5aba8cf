import { gobAgainstJson } from './gob-against-json.ts';

const { gobUs, jsonUs, gobBytes, jsonBytes } = gobAgainstJson();
console.log(
  `post: gob ${gobUs.toFixed(2)} µs (${gobBytes} bytes), JSON ${jsonUs.toFixed(2)} µs (${jsonBytes} bytes)`,
);
console.log(`gob against JSON: ${(jsonUs / gobUs).toFixed(2)} (at least 0.3)`);
