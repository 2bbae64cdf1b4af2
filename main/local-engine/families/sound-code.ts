/** How letters sound, the longest groups first. Marks above letters are gone before. */
const groups: readonly (readonly [RegExp, string])[] = [
  [/^(kn|gn|pn)/g, 'n'],
  [/^wr/g, 'r'],
  [/^ps/g, 's'],
  [/^x/g, 's'],
  [/tsch|tch|cz|cs/g, 'C'],
  [/sch|sh/g, 'S'],
  [/ph/g, 'f'],
  [/ch/g, 'C'],
  [/th/g, 't'],
  [/ght/g, 't'],
  [/gh/g, ''],
  [/ck|qu|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/v|w(?=[aeiouy])/g, 'f'],
  [/z/g, 's'],
  [/(?<=[aeiouy])h(?=[^aeiouy]|$)/g, ''],
  [/ay|ai|ey|ei/g, 'E'],
  [/ee|ea|ie|y/g, 'I'],
  [/oo|ou|ow|u|o/g, 'U'],
  [/(?<=.)e$/g, ''],
  [/[ei]/g, 'I'],
  [/a/g, 'A'],
]

/** The letters and digits of a text in lower case, without the marks above them. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** A code that is the same for spellings that sound alike in European languages; vowels count. */
export function soundCode(text: string): string {
  let code = plainLetters(text)
  for (const [pattern, sound] of groups) code = code.replace(pattern, sound)
  return code.replace(/(.)\1+/g, '$1')
}

/** The number of letters to change, add, remove or swap with their neighbour. */
export function spellingDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
