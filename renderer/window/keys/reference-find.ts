import { textRange } from '../transcript/view/dom-text'

/** The parts of the page that are searched one by one, so that nothing is found across two of them. */
const blocks = 'h1, h2, h3, p, li, th, td, pre code'

/** Returns where a text stands on the page, in order; case and the length of spaces do not matter. */
export function findOnPage(page: Element, query: string): readonly Range[] {
  const words = query.trim().split(/\s+/u).map(escape)
  if (words.join('') === '') return []
  const pattern = new RegExp(words.join('\\s+'), 'giu')
  return [...page.querySelectorAll(blocks)]
    .filter((block) => block.querySelector(blocks) === null)
    .flatMap((block) =>
      [...(block.textContent ?? '').matchAll(pattern)].flatMap((match) => {
        const range = textRange(block, [match.index, match.index + match[0].length])
        return range === null ? [] : [range]
      }),
    )
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
