import type { Turn } from '../../../../common/model'
import { barStep, barWidth, beginDrawing, type Drawing } from '../../components/bars'
import type { Row } from '../../transcript/model/rows'
import { speakerColour, type Palette, type SpeakerColour } from '../../transcript/model/speakers'
import type { Bar } from './levels'

/**
 * How many of the last rows are checked for the speaker of a bar; the canvas shows fewer seconds.
 */
const askedRows = 40

export interface SpeakersShown {
  readonly rows: readonly Row[]
  readonly partials: ReadonlyMap<string, Pick<Turn, 'speaker' | 'source' | 'startMs'>>
  readonly palette: Palette
}

/** The colour of the speaker at a time; the latest turn wins. */
export function colourAt({ rows, partials, palette }: SpeakersShown, atMs: number): SpeakerColour {
  for (let back = 1; back <= Math.min(askedRows, rows.length); back++) {
    const row = rows[rows.length - back]
    const turn = row?.kind === 'turn' ? row.turn : row && partials.get(row.key)
    if (turn && turn.startMs <= atMs) return speakerColour(turn, palette)
  }
  return '--s1'
}

/** A speaker can become known, and the theme can change, after a bar was drawn; then it is drawn again. */
const wholeEveryBars = 20

/** The wave on one canvas. */
export interface WaveDrawing {
  /**
   * Draws the bars from the right, the newest at the edge, each in the colour of its speaker: all of
   * them from time to time, and otherwise those that are new. `count`: how many there were so far.
   */
  draw(bars: readonly Bar[], count: number, colourOf: (atMs: number) => SpeakerColour): void
}

export function createWaveDrawing(canvas: HTMLCanvasElement): WaveDrawing {
  let drawing: Drawing | null = null
  let drawnCount = 0
  let wholeAt = 0

  function drawLast(
    last: number,
    bars: readonly Bar[],
    colourOf: (atMs: number) => SpeakerColour,
  ): void {
    if (drawing === null) return
    for (let back = 0; back < last; back++) {
      const bar = bars[bars.length - 1 - back]
      drawing.bar({
        left: drawing.width - back * barStep - barWidth,
        height: bar?.height ?? 0,
        colour: bar ? colourOf(bar.atMs) : '--s1',
        strength: bar ? 0.85 : 0.18,
      })
    }
  }

  /** Whether the picture can be moved by so many bars: it has the same size and whole pixels. */
  function canMove(bars: number): boolean {
    if (drawing === null || bars < 0 || drawnCount + bars - wholeAt >= wholeEveryBars) return false
    const isSame = canvas.clientWidth === drawing.width && canvas.clientHeight === drawing.height
    return isSame && Number.isInteger(barStep * devicePixelRatio)
  }

  return {
    draw: (bars, count, colourOf) => {
      const fresh = count - drawnCount
      if (drawing !== null && canMove(fresh)) {
        drawing.moveLeft(fresh * barStep)
        // The newest bar of the last time may have grown.
        drawing.clearFrom(drawing.width - (fresh + 1) * barStep)
        drawLast(fresh + 1, bars, colourOf)
      } else {
        drawing = beginDrawing(canvas)
        wholeAt = count
        drawLast(Math.ceil((drawing?.width ?? 0) / barStep), bars, colourOf)
      }
      drawnCount = count
    },
  }
}
