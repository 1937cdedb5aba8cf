/** `4,000`, in every language. */
export const counted = (count: number): string => count.toLocaleString('en-US');
