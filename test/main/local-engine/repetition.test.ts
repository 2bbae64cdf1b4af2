import { expect, test } from 'vitest'
import { collapseLoops } from '../../../main/local-engine/repetition'

function collapse(text: string): string {
  return collapseLoops(text.split(' '), (word) => word).join(' ')
}

test.each([
  ['single words from five on', 'no no no no no no no then', 'no no then'],
  ['four single words stay', 'no no no no then', 'no no no no then'],
  ['pairs from four on', 'of course of course of course of course yes', 'of course of course yes'],
  ['three pairs stay', 'of course of course of course yes', 'of course of course of course yes'],
  [
    'longer groups from three on',
    'I do not know I do not know I do not know',
    'I do not know I do not know',
  ],
  ['two of eight words stay', 'a b c d e f g h a b c d e f g h', 'a b c d e f g h a b c d e f g h'],
  ['capitals and punctuation do not hide a loop', 'No, no. no NO no! yes', 'No, no. yes'],
  ['what comes before and after stays', 'well yes yes yes yes yes I think', 'well yes yes I think'],
  ['nothing', '', ''],
])('%s', (_name, text, expected) => {
  expect(collapse(text)).toBe(expected)
})
