import { anyOf } from '../patterns.ts';
import { rule, type Rule } from './rule.ts';
import { DAYS_OF, HOLIDAY, MINUTES_OF, MONTH, PART, WEEKDAY } from './words.ts';

/** What is no time though it looks so, and is passed over as a whole. */
const NAMES: readonly string[] = [
  '24/7',
  '9/11',
  '7/11',
  '50/50',
  '1/2',
  '20/20',
  // Days with a name of their own, films, bands and papers.
  '(?:black|good|casual|freaky|man|girl|fat|maundy|ash|shrove|palm|super|cyber|ruby|giving|blue|bloody|easter|super bowl|throwback|no[- ]meeting|taco|happy|shark) ' +
    WEEKDAY,
  'friday the 13th',
  `${WEEKDAY} night (?:live|lights|football|fever)`,
  '(?:the )?sunday (?:times|roast|school|best|drivers?)',
  'sunday (?:telegraph|mail|mirror)',
  'monday blues',
  'sunday (?:league|papers?)',
  'saturday (?:kitchen|night live)',
  'wednesday addams',
  'friday prayers?',
  'tuesdays with morrie',
  'usa today',
  'psychology today',
  '(?:the )?(?:today|tonight) show',
  'today i (?:learned|learnt)',
  '(?:sun|sat) (?:cream|screen|block|glasses|hats?|loungers?|tan|rise|set|nav|phone|microsystems|tv|lotion|damage|visor|protection|lamp|salutations?|city|valley|dress|spots?|exposure|flare|shade|and moon|god|bear|wukong|tzu|microphone|dried|room|deck)',
  'sat (?:down|up|in|on|at|by|nav|test|scores?|prep|exam|phone|dish|tuition|vocab|maths?|essay|practice|results?|papers?)',
  '(?:i|we|he|she|they|you|who|it|that|cat|dog) sat',
  '(?:the|in the|some|more|enough|morning|evening|midday|full|hot|direct) sun',
  '(?:newly|get|got|to be|they|who) wed',
  'may day(?: \\p{L}+)?',
  'mayday',
  '(?:mardi gras|march madness|march for|march on|march to|march past)',
  '(?:mon|wed|fri) (?:ami|amie|cheri)',
  'decades? ',
  'every (?:day|night) (?:carry|life|use|wear|heroes|low prices?|people|things?|objects?|english)',
  '(?:every|each) (?:minute|hour|second|day) (?:counts|matters)',
  'every (?:time|one|other (?:person|word|team|page|line|user|item|row))',
  `(?:(?:every|each) )?${PART} (?:and|&) (?:(?:every|each) )?${PART}`,
  '(?:twice|thrice|(?:two|three|four|\\d) ?(?:times|x)) (?:daily|weekly|monthly|yearly|(?:a|per|each|every) (?:day|week|month|year))',
  'every now and then|every so often|every once in a while',
  `(?:daily|weekly|monthly|nightly|quarterly|yearly|hourly) (?:mail|show|bugle|planet|telegraph|rate|wage)`,
  'day (?:one|1|two|2|3) ',
  // Times of other things.
  `(?:john|luke|mark|matthew|psalms?|romans|genesis|exodus|isaiah|proverbs|acts|hebrews|james|corinthians) \\d{1,3}:\\d{1,3}`,
  '(?:ratio|scale|aspect|odds|score|won|lost|beat \\p{L}{1,20}) (?:of )?\\d{1,3}:\\d{1,3}',
  '\\d{1,3}:\\d{1,3} (?:ratio|scale|aspect|odds)',
  '(?:3|12|3:10|310) to yuma',
  '(?:scored?|rated?|grade|got|mark) (?:of )?\\d{1,2}/\\d{1,2}',
  '9 ?(?:to|-|–) ?5 job',
  '\\d{1,4} ?am (?:radios?|station|stations|transmitters?|band|frequenc(?:y|ies))',
  'from \\d{1,4} to \\d{1,4}(?! ?[ap]\\.?m\\b|:\\d)',
  'sun (?:and|or) (?!(?:mon|tue|wed|thu|fri|sat)(?:[a-z]{0,6}))\\p{L}+',
  // Releases.
  '\\d{4}\\.\\d{1,2}\\.\\d{1,2}',
  // What is over.
  `(?:last|past|this past|previous) (?:${PART}|${MONTH}|week|weekend|month|quarter|year)s?`,
  `(?:for|over|during|in) (?:the )?(?:last|past) (?:\\d{1,3} )?(?:days?|weeks?|months?|years?|hours?|minutes?)`,
  `(?:a|one) (?:week|month|year) before ${WEEKDAY}|(?:a|one) (?:month|year) (?:from|on|after) ${WEEKDAY}`,
  `(?:the )?(?:day|week|weekend|night) (?:before|after|of) (?:${WEEKDAY}|${HOLIDAY}|the)`,
  `${WEEKDAY} (?:fortnight|after next)`,
  `in (?:${anyOf(Object.keys(MINUTES_OF))}|${anyOf(Object.keys(DAYS_OF))})`,
  `(?:in|within) \\d{1,4} (?:minutes?|hours?|days?|weeks?|months?) or (?:less|more|fewer)`,
  '(?:part|page|pages|chapter|step|task|phase|sprint|batch|round|room|gate|verse|item|pr|slide|level|size|lane|issue|lesson|section|version|episode|number|no\\.|gate) \\d{1,4}/\\d{1,4}(?:/\\d{1,4})?',
  '\\d{1,2}/\\d{1,2}(?:["”]| ?(?:cups?|inch|inches|tsp|tbsp|teaspoons?|tablespoons?|pint|pound|lbs?|oz|price|off|mile|miles|of|done|ths?|stars?|full|size|time|length|sleeve))',
];

export const NAME_RULES: readonly Rule[] = NAMES.map((name) => rule(name, () => ({ facts: {}, name: true })));
