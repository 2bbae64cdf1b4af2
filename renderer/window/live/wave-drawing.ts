import type { Turn } from '../../../preload/model'
import { barStep, barWidth, beginDrawing } from '../components/bars'
import type { Row } from '../script/rows'
import { speakerColour, type Palette, type SpeakerColour } from '../script/speakers'
import type { Bar } from '../stores/level-store'

/** How many of the last rows are asked for a bar's speaker: more than the seconds on the canvas. */
const askedRows = 40

/** Who was speaking at a time, by the turns that are here; the latest turn wins. */
export function colourAt(
  rows: readonly Row[],
  partials: ReadonlyMap<string, Pick<Turn, 'speaker' | 'source' | 'startMs'>>,
  atMs: number,
  palette: Palette,
): SpeakerColour {
  for (let back = 1; back <= Math.min(askedRows, rows.length); back++) {
    const row = rows[rows.length - back]
    const turn = row?.kind === 'turn' ? row.turn : row && partials.get(row.key)
    if (turn && turn.startMs <= atMs) return speakerColour(turn, palette)
  }
  return '--s1'
}

/** Draws the bars from the right, the newest at the edge, each in its speaker's colour. */
export function drawWave(
  canvas: HTMLCanvasElement,
  bars: readonly Bar[],
  colourOf: (atMs: number) => SpeakerColour,
): void {
  const drawing = beginDrawing(canvas)
  if (drawing === null) return
  const { width } = drawing
  for (let back = 0; back < Math.ceil(width / barStep); back++) {
    const bar = bars[bars.length - 1 - back]
    drawing.bar({
      left: width - back * barStep - barWidth,
      height: bar?.height ?? 0,
      colour: bar ? colourOf(bar.atMs) : '--s1',
      strength: bar ? 0.85 : 0.18,
    })
  }
}
