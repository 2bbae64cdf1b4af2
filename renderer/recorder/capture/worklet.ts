import { frameSamples, sampleRate as frameRate } from '../../../preload/model/sound'
import { createFrameMaker } from './frame-maker'
import { processorName, type WorkletOrder, type WorkletReport } from './worklet-messages'

// The globals of an AudioWorklet, which the DOM's types leave out.
declare const sampleRate: number
declare const currentFrame: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

/** Samples in one call where no input says it. */
const quantum = 128

/** Brings what a device gives to frames of 50 ms, on the audio thread. */
class FrameProcessor extends AudioWorkletProcessor {
  private startFrame = -1
  private framesMade = 0
  private finished = false
  private readonly maker = createFrameMaker(sampleRate, (frame) => {
    const contextTime = this.startFrame / sampleRate + (this.framesMade * frameSamples) / frameRate
    this.framesMade += 1
    this.report({ type: 'frame', frame, contextTime }, [frame.pcm])
  })

  constructor() {
    super()
    this.port.onmessage = (event: MessageEvent<WorkletOrder>) => {
      if (event.data === 'finish') this.finish()
    }
  }

  /** An input without channels is silence, so that the samples remain the clock. */
  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    if (this.finished) return false
    if (this.startFrame < 0) this.startFrame = currentFrame
    const channels = inputs[0] ?? []
    this.maker.push(channels, channels[0]?.length ?? outputs[0]?.[0]?.length ?? quantum)
    return true
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
