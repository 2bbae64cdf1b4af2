import { join } from 'node:path'
import { messages } from '../../common/text/window'
import type { Parley } from '../e2e/app'
import type { Bench } from './bench'
import { figure, median, percentile, type Figure } from './figures'
import {
  generateLibrary,
  tenThousandHours,
  thousandHours,
  type LibrarySize,
} from './generated-library'
import { queries } from './search-queries'
import { watched } from './watched'

const rounds = 5
/** Typed letter by letter; each letter is timed to its results on the screen. */
const typed = ['meeting', 'the sound', '"is the', 'budget', 'what do you think']

/** From the call of the window to its answer, in ms, for each query. */
async function answers({ window }: Parley): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      const ms = await window.evaluate(async (asked) => {
        const begun = performance.now()
        const found = await self.parley.call('search:find', asked)
        if (!found.ok) throw new Error(found.error.code)
        return performance.now() - begun
      }, query)
      // The first round reads the index from the disk.
      if (round > 0) times.push(ms)
    }
  }
  return times
}

/** From each key press to the paint of its results, in ms. */
async function paints({ window }: Parley): Promise<number[]> {
  const field = window.getByRole('combobox', { name: messages.library.search.field })
  await field.focus()
  // tsx wraps named functions in a helper of its own, which the page lacks.
  await window.evaluate('self.__name = (value) => value')
  await window.evaluate(() => {
    const times: number[] = []
    Object.assign(self, { times })
    let pressedAt: number | null = null
    addEventListener('input', ({ timeStamp }) => (pressedAt = timeStamp), true)
    new MutationObserver((changes) => {
      const shown = changes.some(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest('[role=listbox]'),
      )
      const from = pressedAt
      if (!shown || from === null) return
      pressedAt = null
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  for (const text of typed) {
    await field.fill('')
    for (const letter of text) {
      await window.keyboard.type(letter)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
  const times = await window.evaluate(() => (self as unknown as { times: number[] }).times)
  const letters = typed.join('').length
  if (times.length < letters / 2) throw new Error(`${times.length} paints for ${letters} letters`)
  return times
}

/** Measures the search over a thousand hours of meetings. */
export const measureSearch = (bench: Bench): Promise<Figure[]> =>
  measureHours(bench, '1,000 hours', thousandHours)

/** Measures the search over ten thousand hours of meetings; writing them takes many minutes. */
export const measureArchive = (bench: Bench): Promise<Figure[]> =>
  measureHours(bench, '10,000 hours', tenThousandHours)

async function measureHours(bench: Bench, hours: string, size: LibrarySize): Promise<Figure[]> {
  const dataFolder = join(bench.folder, `data-${size.copies ?? 0}`)
  console.log(`Writing ${hours} of meetings …`)
  generateLibrary(join(dataFolder, 'library', 'library.db'), size)
  const name = `Search over ${hours}`
  return watched(bench, { name, launch: { dataFolder } }, async (parley) => {
    const times = await answers(parley)
    const painted = await paints(parley)
    return [
      figure(`${name}, answer, median`, median(times), { unit: 'ms', target: 20 }),
      figure(`${name}, answer, p95`, percentile(times, 0.95), { unit: 'ms', target: 20 }),
      figure(`${name}, key to painted results, median`, median(painted), {
        unit: 'ms',
        target: 50,
      }),
      figure(`${name}, key to painted results, p95`, percentile(painted, 0.95), {
        unit: 'ms',
        target: 50,
      }),
    ]
  })
}
