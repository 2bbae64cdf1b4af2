import type { Turn } from '../../../preload/model'
import type { Row } from '../script/rows'
import { speakerColour, speakerColours, type SpeakerColour } from '../script/speakers'
import type { Bar } from '../stores/level-store'

const barWidth = 3
const step = 5
const minHeight = 3

/** How many of the last rows are asked for a bar's speaker: more than the seconds on the canvas. */
const askedRows = 40

/** Who was speaking at a time, by the turns that are here; the latest turn wins. */
export function colourAt(
  rows: readonly Row[],
  partials: ReadonlyMap<string, Turn>,
  atMs: number,
): SpeakerColour {
  for (let back = 1; back <= Math.min(askedRows, rows.length); back++) {
    const row = rows[rows.length - back]
    const turn = row?.kind === 'turn' ? row.turn : row && partials.get(row.key)
    if (turn && turn.startMs <= atMs) return speakerColour(turn)
  }
  return '--s1'
}

/** Draws the bars from the right, the newest at the edge, each in its speaker's colour. */
export function drawWave(
  canvas: HTMLCanvasElement,
  bars: readonly Bar[],
  colourOf: (atMs: number) => SpeakerColour,
): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const ratio = window.devicePixelRatio
  const width = canvas.clientWidth
  const height = canvas.clientHeight
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio)
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio)
  const style = getComputedStyle(canvas)
  const paint = new Map(speakerColours.map((name) => [name, style.getPropertyValue(name)]))
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  for (let back = 0; back < Math.ceil(width / step); back++) {
    const bar = bars[bars.length - 1 - back]
    const tall = Math.max(minHeight, (bar?.height ?? 0) * height)
    context.globalAlpha = bar ? 0.85 : 0.18
    context.fillStyle = paint.get(bar ? colourOf(bar.atMs) : '--s1') ?? 'gray'
    context.beginPath()
    context.roundRect(width - back * step - barWidth, (height - tall) / 2, barWidth, tall, 1.5)
    context.fill()
  }
}
