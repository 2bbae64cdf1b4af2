import type { Waveform } from '../../../../common/model'
import { barStep, beginDrawing } from '../../components/bars'
import type { Row } from '../../transcript/model/rows'
import { speakerColour, type Palette, type SpeakerColour } from '../../transcript/model/speakers'

/** A range of the timeline without words, as shares of its length. */
export interface Hatch {
  readonly from: number
  readonly to: number
}

/** The heights of the bars, 0 to 1, scaled to the quiet and loud parts of this meeting. */
export function barHeights({ levels }: Waveform, count: number): number[] {
  if (levels.length === 0) return new Array<number>(count).fill(0)
  const means = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * levels.length) / count)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / count))
    const part = levels.slice(from, to)
    return part.reduce((sum, level) => sum + level, 0) / part.length
  })
  const heard = means.filter((mean) => mean > 0).sort((a, b) => a - b)
  const quiet = heard[Math.floor(heard.length * 0.05)] ?? 0
  const loud = heard[Math.floor(heard.length * 0.98)] ?? 1
  // Even audio is drawn tall, so that small differences do not look like noise.
  const floor = Math.min(quiet, loud * 0.6)
  return means.map((mean) => Math.min(1, Math.max(0, (mean - floor) / (loud - floor))))
}

/** The speaker with the longest share of each bar; null if nobody speaks. */
export function barColours(
  { rows, durationMs, palette }: Omit<TimeLinePicture, 'waveform'>,
  count: number,
): (SpeakerColour | null)[] {
  const shares = Array.from({ length: count }, () => new Map<SpeakerColour, number>())
  const barMs = Math.max(1, durationMs / count)
  for (const row of rows) {
    if (row.kind !== 'turn') continue
    const { startMs, endMs } = row.turn
    const colour = speakerColour(row.turn, palette)
    const last = Math.min(count - 1, Math.floor(endMs / barMs))
    for (let bar = Math.floor(startMs / barMs); bar <= last; bar++) {
      const overlap = Math.min(endMs, (bar + 1) * barMs) - Math.max(startMs, bar * barMs)
      const played = shares[bar]
      if (overlap > 0) played?.set(colour, (played.get(colour) ?? 0) + overlap)
    }
  }
  return shares.map((share) => [...share].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null)
}

/** The gaps of a transcript as ranges of the timeline. */
export function hatches(rows: readonly Row[], durationMs: number): Hatch[] {
  return rows.flatMap((row) =>
    row.kind === 'gap'
      ? [{ from: row.gap.startMs / durationMs, to: Math.min(1, row.gap.endMs / durationMs) }]
      : [],
  )
}

export interface TimeLinePicture {
  readonly waveform: Waveform
  readonly rows: readonly Row[]
  readonly durationMs: number
  readonly palette: Palette
}

/** Draws the audio of a meeting in the colours of its speakers, with gaps hatched. */
export function drawTimeLine(canvas: HTMLCanvasElement, picture: TimeLinePicture): void {
  const drawing = beginDrawing(canvas)
  if (drawing === null) return
  const { rows, durationMs } = picture
  const count = Math.max(1, Math.floor((drawing.width + barStep - 3) / barStep))
  const heights = barHeights(picture.waveform, count)
  const colours = barColours(picture, count)
  for (let bar = 0; bar < count; bar++) {
    const colour = colours[bar] ?? null
    drawing.bar({
      left: bar * barStep,
      height: heights[bar] ?? 0,
      colour,
      strength: colour === null ? 0.45 : 0.85,
    })
  }
  for (const hatch of hatches(rows, durationMs)) drawHatch(drawing, hatch)
}

const hatchStep = 5
/** A gap of a second stays visible in a meeting of three hours. */
const minHatch = 4

function drawHatch(
  { context, width, height }: NonNullable<ReturnType<typeof beginDrawing>>,
  { from, to }: Hatch,
): void {
  const left = Math.min(from * width, width - minHatch)
  const wide = Math.max(minHatch, (to - from) * width)
  context.save()
  context.beginPath()
  context.rect(left, 0, wide, height)
  context.clip()
  context.clearRect(left, 0, wide, height)
  context.globalAlpha = 0.8
  context.strokeStyle = getComputedStyle(context.canvas).color
  context.lineWidth = 1
  context.beginPath()
  for (let x = left - height; x < left + wide; x += hatchStep) {
    context.moveTo(x, height)
    context.lineTo(x + height, 0)
  }
  context.stroke()
  context.restore()
}
