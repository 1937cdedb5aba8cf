/** The largest unit of which so many minutes are a whole number. */
export function unitOf(minutes: number): readonly [minutes: number, 'week' | 'day' | 'hour' | 'minute'] {
  if (minutes % 10_080 === 0) return [10_080, 'week'];
  if (minutes % 1_440 === 0) return [1_440, 'day'];
  return minutes % 60 === 0 ? [60, 'hour'] : [1, 'minute'];
}
