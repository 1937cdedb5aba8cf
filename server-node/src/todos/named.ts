/** How a to-do is called in a sentence that it begins. @param number 0: whoever reads it does not know the number */
export const named = (number: number): string => (number === 0 ? 'The to-do' : `To-do ${number}`);
