import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bench } from './bench'
import { figure, median, medians, type Figure } from './figures'
import { writeLongMeeting } from './long-meeting'
import { watched } from './watched'

const seeks = 30
const scrollMs = 6_000
/** Like a wheel that is turned without a pause. */
const scrollStep = 60

const long = { id: 'long', title: 'Long meeting', words: 150_000, hours: 3 }
const short = { id: 'short', title: 'Short meeting', words: 150, hours: 0.01 }

/** From the click on a meeting in the list to its text on the screen, in ms. */
function openMeeting(window: Page, title: string): Promise<number> {
  return window.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const row = [...document.querySelectorAll<HTMLElement>('nav button')].find((button) =>
          button.textContent.includes(wanted),
        )
        const clicked = performance.now()
        row?.click()
        const look = () => {
          const shown = document.querySelector('h1')?.textContent === wanted
          if (!shown || document.querySelector('[data-row]') === null) requestAnimationFrame(look)
          // A task posted in the frame runs after its paint.
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - clicked)))
        }
        look()
      }),
    title,
  )
}

/**
 * Scrolls through the transcript. Returns the longest time between frames in ms, and the most
 * elements.
 */
function scroll(window: Page): Promise<{ worstMs: number; nodes: number }> {
  return window.evaluate(
    ([lengthMs, step]) =>
      new Promise<{ worstMs: number; nodes: number }>((resolve) => {
        const scroller = document.querySelector('[data-virtuoso-scroller]')
        let worstMs = 0
        let nodes = 0
        let last = performance.now()
        const end = last + lengthMs
        const next = () => {
          const now = performance.now()
          worstMs = Math.max(worstMs, now - last)
          nodes = Math.max(nodes, document.getElementsByTagName('*').length)
          last = now
          scroller?.scrollBy({ top: step })
          if (now < end) requestAnimationFrame(next)
          else resolve({ worstMs, nodes })
        }
        requestAnimationFrame(next)
      }),
    [scrollMs, scrollStep] as const,
  )
}

/** Seeks to places far apart. Returns for each the time until its sound is loaded, in ms. */
function seek(window: Page): Promise<number[]> {
  return window.evaluate(async (count) => {
    const audio = document.querySelector('audio')
    if (audio === null) throw new Error('No player')
    const times: number[] = []
    for (let index = 0; index < count; index += 1) {
      const asked = performance.now()
      audio.currentTime = (index * 6_841) % audio.duration
      await new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }))
      times.push(performance.now() - asked)
    }
    return times
  }, seeks)
}

/** Opens a meeting of 150,000 words and three hours, scrolls in it and seeks in it. */
export async function measureReview(bench: Bench): Promise<Figure[]> {
  const dataFolder = join(bench.folder, 'data-review')
  writeLongMeeting(dataFolder, long)
  writeLongMeeting(dataFolder, short)
  const scenario = { name: 'Review of 150,000 words', launch: { dataFolder } }
  return watched(bench, scenario, async (parley) => {
    const { window } = parley
    // tsx wraps named functions in a helper of its own, which the page lacks.
    await window.evaluate('self.__name = (value) => value')
    const times: number[] = []
    for (let run = 0; run <= bench.runs; run += 1) {
      await openMeeting(window, short.title)
      const time = await openMeeting(window, long.title)
      // The first time also fills caches.
      if (run > 0) times.push(time)
    }
    // Wait until words, waveform and the count of uncertain words are there.
    await window.getByRole('button', { name: /unsure/ }).waitFor()
    await parley.value('meetings:waveform', { id: long.id })
    await window.waitForTimeout(1_000)
    const opening = 'Open a meeting of 150,000 words, click to painted text, median'
    return [
      figure(opening, median(times), { unit: 'ms', target: 500 }),
      ...(await medians(bench.runs, async () => {
        const { worstMs, nodes } = await scroll(window)
        const worstSeek = Math.max(...(await seek(window)))
        return [
          figure('Scroll it, longest frame', worstMs, { unit: 'ms', target: 32 }),
          figure('Scroll it, elements in the page', nodes, { unit: '', target: 1_500 }),
          figure('Seek in 3 hours of two sources, worst', worstSeek, { unit: 'ms', target: 100 }),
        ]
      })),
    ]
  })
}
