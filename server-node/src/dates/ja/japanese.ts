import type { Found } from '../facts.ts';
import type { HowToRead, Language } from '../language.ts';
import { scan, type Rule } from '../scan.ts';
import { ALONE_RULES } from './alone.ts';
import { CLOCK_RULES } from './clocks.ts';
import { DATE_RULES } from './dates.ts';
import { DAY_RULES } from './days.ts';
import { withoutNames } from './names.ts';
import { isOfAnother } from './of-another.ts';
import { withParticles } from './particles.ts';
import { isSaidAsPart, partsAlone } from './parts-alone.ts';
import { reminding } from './reminding.ts';
import { REPEAT_RULES } from './repeats.ts';
import { withoutEnds } from './spans-of-time.ts';
import { withEnds } from './until.ts';
import { WHILE_RULES } from './whiles.ts';
import { wordsOf } from './whole-words.ts';

const RULES: readonly Rule[] = [...REPEAT_RULES, ...DAY_RULES, ...DATE_RULES, ...CLOCK_RULES, ...WHILE_RULES];
const MAY_BEGIN =
  /[(\d〇零一二三四五六七八九十百半APHRS令平昭今本当次再さ来明あきしこけゆおつ月火水木金土日週休年元節七ひバホハク大第最早未真朝午昼夕夜晩深正終定退ラ末翌毎隔各完実前先去昨や済四]/giu;

const LONGEST_END = 16;

/** A line that says more times than this is a list or a log, of which the first are enough. */
const MOST_FOUND = 12;

/** 今日は何曜日: what is asked. */
const QUESTION =
  /(?:何曜日|何日|何時)(?:です|だっけ)?か?[?。]?$|(?:てる|ている|ある|いる|ない|です|ます|だっけ|いつ|の|か)[?]$/u;
/** What is told: リリースした, 毎日忙しい. */
const TOLD =
  /(?:(?:[っいけれえちりきめびみ]|(?<!あ)し)た|んだ|だった|でした|ました|忙しい|楽しみ|眠い|寒い|暑い|は禁止)[。!]?$/u;
const REQUEST = /くれ|もらえ|いただけ|ください|下さい|お願い|でき|しよう|しない/u;

function find(masked: string, { alone }: HowToRead): Found[] {
  const line = withoutNames(masked);
  const end = line.trimEnd().slice(-LONGEST_END);
  if (!alone && (TOLD.test(end) || (QUESTION.test(end) && !REQUEST.test(line)))) return [];
  const words = wordsOf(line);
  const said = scan(line, alone ? [...ALONE_RULES, ...RULES] : RULES, MAY_BEGIN)
    .slice(0, MOST_FOUND)
    .filter(saysWhen)
    .filter(({ span }) => !words.isWithinWord(span.from, span.to))
    .filter((one, index, all) => alone || isSaidAsPart(line, one, all[index - 1]))
    .filter(({ span }) => alone || !isOfAnother(line, span));
  const found = withEnds(line, withParticles(line, partsAlone(withoutEnds(line, said, alone)), words.isEdge));
  return [...found, ...reminding(line, found.at(-1)?.span.to)];
}

const saysWhen = (one: Found): boolean => Object.keys(one).length > 1;

export const JAPANESE: Language = {
  find,
  filler:
    /(?:まで)?に?(?:お願い(?:します)?|する|して)|に|まで|までに|へ|を|変更|に変更|へ変更|に延期|に移動|リマインド|にリマインド/,
  none: /なし|無し|無|なくす|解除|削除|取消|取り消し|取り消す|クリア/,
};
