import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recogniser } from '../../../main/local-engine/decode-queue'
import {
  createHotwords,
  takesHotwords,
  vocabularyOf,
} from '../../../main/local-engine/families/hotwords'
import { recogniseFolder } from '../../../main/local-engine/families/recognise-folder'
import { loadRuntime } from '../../../main/local-engine/sherpa'
import { bursts } from '../../models/sounds'
import { writeTransducer } from '../../models/transducer'
import { unwrap } from '../../unwrap'

const table = ['▁al 0', 'pha 1', '▁be 2', 'ta 3', '▁gam 4', 'ma 5', '. 6', '▁ 7', 'S 8', '<blk> 9']
const write = createHotwords(table.join('\n'))

describe('the notation of hotwords', () => {
  test('a term is written if the tokens can be put together to it', () => {
    expect(write(['alpha', 'beta gamma', 'Zürich'])).toBe('alpha/beta gamma')
    // In the letters that the model has.
    expect(write(['ALPHA', 's'])).toBe('alpha/S')
    expect(write([])).toBe('')
  })

  test('nothing of a term is read as a number, a name or the end of a term', () => {
    const hostile = [
      'alpha :x',
      'alpha/beta',
      'alpha #2',
      'alpha @beta',
      ':::',
      '',
      ' ',
      'alpha\n:x',
    ]
    expect(write(hostile)).toBe('')
    const letters = 'a l p h b e t g m : / # @ . \n'.split(' ')
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...letters) })), (terms) => {
        for (const term of write(terms).split('/')) expect(term).toMatch(/^[a-zA-Z. ]*$/)
      }),
    )
  })

  test('the vocabulary is that of the tokens, without the special ones', () => {
    expect(vocabularyOf('<unk> 0\n▁al 1\npha 2\n<blk> 3\n')).toBe('▁al\t-1.0\npha\t-1.0\n')
    // Tokens that do not mark words have none.
    expect(vocabularyOf('a 0\nb 1\n')).toBeNull()
  })

  test('only transducers for whole segments take them', () => {
    expect(takesHotwords({ family: 'nemo-transducer' })).toBe(true)
    expect(takesHotwords({ family: 'nemo-streaming' })).toBe(false)
    expect(takesHotwords({ family: 'whisper' })).toBe(false)
  })
})

async function load(hasTerms: boolean): Promise<Recogniser> {
  const model = unwrap(
    await recogniseFolder(writeTransducer(mkdtempSync(join(tmpdir(), 'parley-hotwords-')))),
  )
  const loaded = await loadRuntime().loadRecogniser(model, { language: null, hasTerms })
  if ('open' in loaded) throw new Error('a streaming model')
  return loaded
}
const spoken = bursts([400, 1_200, 2_000, 2_800, 3_600, 4_400, 5_200], 6_000)
const textsOf = async (recogniser: Recogniser) =>
  (await recogniser.decode(spoken)).words?.map(({ text }) => text)

describe('a made transducer on the real runtime', () => {
  test('hears terms by its own search, and gives no confidence then', async () => {
    const recogniser = await load(true)
    expect(await textsOf(recogniser)).toEqual(['alpha', 'beta', 'gamma.'])
    const listening = recogniser.withTerms?.(['alpha', 'Zürich', 'beta :x'])
    if (!listening) throw new Error('it takes no terms')
    const heard = await listening.decode(spoken)
    // The graph hears no voices, so what is worth more is heard once more.
    const count = heard.words?.filter(({ text }) => text === 'alpha').length
    expect(count).toBeGreaterThan(1)
    expect(heard.words?.every(({ confidence }) => confidence === null)).toBe(true)
    expect(heard.words?.[0]?.startMs).toBeGreaterThan(0)
    // The vocabulary was there for the load only.
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('parley-vocabulary-'))).toEqual(
      [],
    )
  })

  test('without terms it keeps its confidence, and takes none', async () => {
    const recogniser = await load(false)
    expect(recogniser.withTerms).toBeUndefined()
    const { words } = await recogniser.decode(spoken)
    expect(words?.[0]?.confidence).toBeGreaterThan(0.5)
  })

  test('a vocabulary of its own is used', async () => {
    const folder = writeTransducer(mkdtempSync(join(tmpdir(), 'parley-hotwords-')))
    writeFileSync(join(folder, 'bpe.vocab'), '▁al\t-1.0\npha\t-1.0\n')
    const model = unwrap(await recogniseFolder(folder))
    expect(model.files['bpe']).toBe('bpe.vocab')
    const loaded = await loadRuntime().loadRecogniser(model, { language: null, hasTerms: true })
    if ('open' in loaded) throw new Error('a streaming model')
    expect(await textsOf(loaded.withTerms?.(['alpha']) ?? loaded)).toContain('alpha')
  })
})
