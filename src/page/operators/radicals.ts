/**
 * Some fonts name their letters by radicals: ⼀ U+2F00 for 一, ⻋ U+2ECB for 车. They look alike, and no word that a
 * form prints would be found in them.
 */

/** Radicals that Unicode does not say to be a character, or another one, each before the character that it looks like. */
const ALIKE =
  '⺄乙⺇几⺒巳⺓幺⺝月⺟母⺠民⺩王⺷羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户⾭青⿈黄'

const alike = new Map(Array.from({ length: ALIKE.length / 2 }, (_, i) => [ALIKE[2 * i]!, ALIKE[2 * i + 1]!]))

/** Fonts set two or three dashes as one letter, and draw the bar as a dash. */
const DASHES: Readonly<Record<string, string>> = { '⸺': '——', '⸻': '———', '―': '—' }

/** The letter as texts have it: radicals and compatibility ideographs are the characters that they stand for. */
export function unified(letter: string): string {
  const code = letter.charCodeAt(0)
  if (letter in DASHES) return DASHES[letter]!
  if ((code < 0x2e80 || code > 0x2fdf) && (code < 0xf900 || code > 0xfaff)) return letter
  return alike.get(letter) ?? letter.normalize('NFKC')
}
