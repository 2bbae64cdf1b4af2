import { speakerColours, type SpeakerColour } from '../../shared/speaker-colours'

export const barWidth = 3
export const barStep = 5
const minHeight = 3

export interface DrawnBar {
  readonly left: number
  /** A share of the height of the canvas, 0 to 1. */
  readonly height: number
  /** null for nobody: the text colour of the canvas. */
  readonly colour: SpeakerColour | null
  readonly strength: number
}

export interface Drawing {
  readonly context: CanvasRenderingContext2D
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  readonly bar: (bar: DrawnBar) => void
  /** Moves the picture, in CSS pixels. */
  readonly moveLeft: (by: number) => void
  /** Clears everything right of this, in CSS pixels. */
  readonly clearFrom: (left: number) => void
}

/**
 * Clears a canvas for bars that show loudness and sets it to the pixels of the screen; null if it
 * has no context.
 */
export function beginDrawing(canvas: HTMLCanvasElement): Drawing | null {
  const context = canvas.getContext('2d')
  if (context === null) return null
  const ratio = window.devicePixelRatio
  const width = canvas.clientWidth
  const height = canvas.clientHeight
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio)
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio)
  const style = getComputedStyle(canvas)
  const paint = new Map(speakerColours.map((name) => [name, style.getPropertyValue(name)]))
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  return {
    context,
    width,
    height,
    bar: ({ left, height: share, colour, strength }) => {
      const tall = Math.max(minHeight, share * height)
      context.globalAlpha = strength
      context.fillStyle = (colour && paint.get(colour)) ?? style.color
      context.beginPath()
      context.roundRect(left, (height - tall) / 2, barWidth, tall, 1.5)
      context.fill()
    },
    moveLeft: (by) => {
      if (by === 0) return
      context.save()
      context.globalAlpha = 1
      context.globalCompositeOperation = 'copy'
      context.drawImage(canvas, -by, 0, width, height)
      context.restore()
    },
    clearFrom: (left) => context.clearRect(left, 0, width - left, height),
  }
}
