const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((digit, value) => [digit, value]),
);
const ALSO: Readonly<Record<string, number>> = { 〇: 0, 元: 1, 两: 2, 俩: 2 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

const digitOf = (digit: string | undefined): number =>
  digit === undefined ? NaN : (DIGITS[digit] ?? ALSO[digit] ?? NaN);

/** The signs of a number in words, and a number as it is typed: `15`, `十五`, `廿五`, `一百二十`, `零五`. */
export const NUMERAL = '〇零一二两俩三四五六七八九十廿卅百';
export const NUMBER = `(?:\\d{1,4}|[${NUMERAL}]{1,5})`;

/** Undefined for what is no number, such as `十百`. */
export function numberOf(written: string): number | undefined {
  if (/^\d+$/.test(written)) return Number(written);
  if (/^[〇零一二三四五六七八九]{2,4}$/.test(written)) return digitByDigit(written);
  const parts = /^(?:(?<hundreds>.)百零?)?(?:(?<tens>.)?(?<ten>十)|(?<score>[廿卅]))?(?<ones>.)?$/.exec(
    written,
  );
  if (parts?.groups === undefined) return undefined;
  const { hundreds, tens, ten, score, ones } = parts.groups;
  const number =
    (hundreds === undefined ? 0 : 100 * digitOf(hundreds)) +
    (ten === undefined ? 0 : tens === undefined ? 10 : 10 * digitOf(tens)) +
    (score === undefined ? 0 : (TENS[score] ?? NaN)) +
    (ones === undefined ? 0 : digitOf(ones));
  return Number.isNaN(number) ? undefined : number;
}

/** `二〇二六` is read a digit at a time, and so is `零五`. */
const digitByDigit = (written: string): number =>
  [...written].reduce((number, digit) => 10 * number + digitOf(digit), 0);
