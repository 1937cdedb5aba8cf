declare module '*.css' {
  export const styles: string;
}
