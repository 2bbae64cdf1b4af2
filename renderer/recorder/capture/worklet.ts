import { sampleRate } from '../../../preload/model/sound'
import { createFrameMaker, type FrameMaker } from './frame-maker'
import { processorName, type WorkletOrder, type WorkletReport } from './worklet-messages'

// The globals of an AudioWorklet, which the DOM's types leave out.
declare const currentTime: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

/** A device that gives nothing for this long, in s, is gone or asleep; a late one comes sooner. */
const silentAfter = 2

/**
 * Brings what a device gives to frames of 50 ms, on the audio thread. The device's own samples are
 * the clock; where it gives none, the context's clock goes on in its place, with silence.
 */
class FrameProcessor extends AudioWorkletProcessor {
  private readonly maker: FrameMaker
  /** Of the last block, in Hz; 0 before the first. */
  private rate = 0
  /** Up to this time of the context there are samples. */
  private madeUntil = 0
  private isSilent = false
  private finished = false

  constructor() {
    super()
    this.maker = createFrameMaker((frame) => this.report({ type: 'frame', frame }, [frame.pcm]))
    this.port.onmessage = ({ data }: MessageEvent<WorkletOrder>) => {
      if (data.type === 'finish') this.finish()
      else if (data.type === 'quiet') this.beQuiet()
      else this.take(data.rate, data.channels)
    }
  }

  /** Runs on whatever there is or is not, until it is told to finish. */
  process(): boolean {
    if (this.finished) return false
    const missing = currentTime - this.madeUntil
    this.isSilent ||= missing > silentAfter
    if (this.rate > 0 && this.isSilent) {
      const samples = Math.round(missing * this.rate)
      this.maker.push(this.rate, [], samples)
      this.madeUntil += samples / this.rate
    }
    return true
  }

  private take(rate: number, channels: readonly Float32Array[]): void {
    if (this.finished) return
    this.rate = rate
    this.maker.push(rate, channels, channels[0]?.length ?? 0)
    this.madeUntil = currentTime
    this.isSilent = false
  }

  private beQuiet(): void {
    if (this.rate > 0) return
    this.rate = sampleRate
    this.madeUntil = currentTime
    this.isSilent = true
  }

  private finish(): void {
    if (this.finished) return
    this.finished = true
    this.maker.finish()
    this.report({ type: 'finished' }, [])
  }

  private report(report: WorkletReport, transfer: Transferable[]): void {
    this.port.postMessage(report, transfer)
  }
}

registerProcessor(processorName, FrameProcessor)
