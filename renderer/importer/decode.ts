import wasmUrl from '../../build/media-decoder/media-decoder.wasm?url'
import type { DecodeEnd, DecoderMessage } from './decode-part'
import type { Main } from './port'
import { shareAnswer, type WorkerBegin, type WorkerMessage } from './worker-link'

/** Decodes the sound of a file to 16 kHz, mono, and gives it to main piece by piece. */
export async function decode(
  { size, name, level }: Pick<WorkerBegin, 'size' | 'name' | 'level'>,
  main: Main,
): Promise<void> {
  const module = await WebAssembly.compileStreaming(fetch(wasmUrl))
  const answers = shareAnswer()
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  const end = await new Promise<DecodeEnd>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'end') resolve(data.end)
      else if (data.type === 'read') {
        void main.read(data.start, data.end).then((bytes) => answers.answer(bytes))
      } else void pass(data.message, main).then(() => answers.answer())
    }
    worker.onerror = ({ message }) =>
      resolve({ type: 'failed', code: 'import-damaged', detail: message })
    const { buffer } = answers
    worker.postMessage({ module, size, name, level, buffer } satisfies WorkerBegin)
  })
  worker.terminate()
  main.send(end)
}

async function pass(message: DecoderMessage, main: Main): Promise<void> {
  if (message.type === 'pcm') await main.sendPcm(message.track, message.pcm)
  else if (message.type === 'restart') await main.sendRestart()
  else main.send(message)
}
