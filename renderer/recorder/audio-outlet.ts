import type { AudioChunk } from '../../preload/model'

/** Chunks that wait for a port; 5 minutes, after which there will be none. */
const longestQueue = 6_000

/** The way of the sound to main, which may open after the first chunk is there. */
export interface AudioOutlet {
  send(chunk: AudioChunk): void
  open(port: Pick<MessagePort, 'postMessage'>): void
}

export function createAudioOutlet(): AudioOutlet {
  const waiting: AudioChunk[] = []
  let port: Pick<MessagePort, 'postMessage'> | null = null
  return {
    send: (chunk) => {
      if (port !== null) port.postMessage(chunk)
      else if (waiting.push(chunk) > longestQueue) waiting.shift()
    },
    open: (opened) => {
      port = opened
      for (const chunk of waiting.splice(0)) opened.postMessage(chunk)
    },
  }
}
