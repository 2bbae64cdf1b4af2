import type { Result } from '../../../common/errors'
import { toFloats } from '../audio-buffer'
import { describeVoices } from './describe-voices'
import { tellApart } from './tell-apart'
import { toVoicesSchema, type FromVoices, type ToVoices } from './voice-messages'

/**
 * Tells voices apart inside its process, one request after the other. Resolves when the answer has
 * been posted.
 */
export function createVoiceWorker(post: (message: FromVoices) => void) {
  let work = Promise.resolve()
  return (unknown: unknown): Promise<void> => {
    const message = toVoicesSchema.parse(unknown)
    work = work.then(async () => {
      const answer = await answerTo(message)
      const { id } = message
      if (answer.ok) return post(answer.value)
      const { code, detail = '' } = answer.error
      post({ type: 'failed', id, code, detail })
    })
    return work
  }
}

async function answerTo(message: ToVoices): Promise<Result<FromVoices>> {
  const { id, models } = message
  if (message.type === 'describe') {
    const described = await describeVoices(message.pieces.map(toFloats), models)
    if (!described.ok) return described
    return { ok: true, value: { type: 'described', id, vectors: described.value } }
  }
  const told = await tellApart(toFloats(message.pcm), { models, people: message.people })
  if (!told.ok) return told
  const voices = told.value.voices.map((voice) => ({ ...voice, vector: [...voice.vector] }))
  return { ok: true, value: { type: 'told-apart', id, speech: [...told.value.speech], voices } }
}
