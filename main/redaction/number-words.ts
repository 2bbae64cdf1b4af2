/** The digits of words, folded, in the languages that both engines know best. */
const units: readonly (readonly [string, string])[] = [
  ['0', 'zero oh o null nul nulla cero zéro sero 零 〇'],
  ['1', 'one eins ein eine un une uno una um uma een 一'],
  ['2', 'two zwei zwo deux dos due dois duas twee 二'],
  ['3', 'three drei trois tres tre três drie 三'],
  ['4', 'four vier quatre cuatro quattro quatro 四'],
  ['5', 'five fünf cinq cinco cinque vijf 五'],
  ['6', 'six sechs seis sei zes 六'],
  ['7', 'seven sieben sept siete sette sete zeven 七'],
  ['8', 'eight acht huit ocho otto oito 八'],
  ['9', 'nine niner neun neuf nueve nove negen 九'],
  ['10', 'ten zehn dix diez dieci dez tien'],
  ['11', 'eleven elf onze once undici'],
  ['12', 'twelve zwölf douze doce dodici doze twaalf'],
  ['13', 'thirteen dreizehn treize trece tredici treze dertien'],
  ['14', 'fourteen vierzehn quatorze catorce quattordici catorze veertien'],
  ['15', 'fifteen fünfzehn quinze quince quindici vijftien'],
  ['16', 'sixteen sechzehn seize dieciséis sedici dezesseis zestien'],
  ['17', 'seventeen siebzehn diecisiete diciassette dezessete zeventien'],
  ['18', 'eighteen achtzehn dieciocho diciotto dezoito achttien'],
  ['19', 'nineteen neunzehn diecinueve diciannove dezenove negentien'],
]
const tensWords: readonly (readonly [string, string])[] = [
  ['2', 'twenty zwanzig vingt veinte venti vinte twintig'],
  ['3', 'thirty dreißig trente treinta trenta trinta dertig'],
  ['4', 'forty fourty vierzig quarante cuarenta quaranta quarenta veertig'],
  ['5', 'fifty fünfzig cinquante cincuenta cinquanta cinquenta vijftig'],
  ['6', 'sixty sechzig soixante sesenta sessanta sessenta zestig'],
  ['7', 'seventy siebzig septante setenta settanta zeventig'],
  ['8', 'eighty achtzig octante huitante ochenta ottanta oitenta tachtig'],
  ['9', 'ninety neunzig nonante noventa novanta negentig'],
]
const repeats: Readonly<Record<string, number>> = {
  double: 2,
  doppel: 2,
  doppelt: 2,
  doble: 2,
  doppio: 2,
  triple: 3,
  treble: 3,
  dreifach: 3,
  quadruple: 4,
}
const hundreds: ReadonlySet<string> = new Set(['hundred', 'hundert', 'cent', 'cien', 'cento'])

/** What a word adds to a number that is read out. */
export type NumberWord =
  | { readonly kind: 'digits'; readonly digits: string }
  /** `twenty`: alone it is 20, before a unit it is 2. */
  | { readonly kind: 'tens'; readonly digits: string }
  /** `double`: the next digit is said so many times. */
  | { readonly kind: 'repeat'; readonly times: number }
  | { readonly kind: 'hundred' }

const table = new Map<string, NumberWord>()
for (const [digits, words] of units) {
  for (const word of words.split(' ')) table.set(foldWord(word), { kind: 'digits', digits })
}
for (const [digits, words] of tensWords) {
  for (const word of words.split(' ')) table.set(foldWord(word), { kind: 'tens', digits })
}
for (const word of hundreds) table.set(word, { kind: 'hundred' })
for (const [word, times] of Object.entries(repeats)) table.set(word, { kind: 'repeat', times })
// German and Dutch say the unit first: vierundzwanzig.
for (const [ten, tenWords] of tensWords) {
  for (const tensWord of tenWords.split(' ')) {
    for (const [unit, unitWords] of units.slice(1, 10)) {
      for (const unitWord of unitWords.split(' ')) {
        for (const and of ['und', 'en']) {
          table.set(foldWord(unitWord + and + tensWord), { kind: 'digits', digits: ten + unit })
        }
      }
    }
  }
}

function foldWord(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
}

/** What a folded word says of a number, or null if it is none. */
export function numberWord(word: string): NumberWord | null {
  if (/^\p{Nd}+$/u.test(word)) return { kind: 'digits', digits: asciiDigits(word) }
  return table.get(word) ?? null
}

/** The digits of any script, as 0 to 9. */
function asciiDigits(text: string): string {
  return Array.from(text)
    .map((digit) => (/[0-9]/.test(digit) ? digit : String(valueOf(digit))))
    .join('')
}

/** The digits of a script follow each other from its zero on. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}

/** The digits that these words read out: `double five twenty three` is 5523. */
export function digitsOf(words: readonly NumberWord[]): string {
  let digits = ''
  let times = 1
  let tens = false
  for (const word of words) {
    if (word.kind === 'repeat') times = word.times
    else if (word.kind === 'hundred') digits += '00'
    else if (word.kind === 'tens') {
      digits += (word.digits + '0').repeat(times)
      times = 1
    } else {
      const isUnit = word.digits.length === 1 && word.digits !== '0'
      if (tens && isUnit && times === 1) digits = digits.slice(0, -1)
      digits += word.digits.repeat(times)
      times = 1
    }
    tens = word.kind === 'tens'
  }
  return digits
}
