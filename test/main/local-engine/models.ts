import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { availableModels } from '../../../main/local-engine/catalogue'
import { cachePath } from '../../../scripts/setup/cache'
import { wavData } from './client'

const cache = cachePath()
const speechFile = process.env['PARLEY_SPEECH'] || join(cache, 'speech', 'jfk.wav')

/** The folder of the models that set-up has fetched. */
export const modelsDir = process.env['PARLEY_MODELS'] || join(cache, 'models')

/** Tests of real models run if set-up has fetched them; `npm test` does. */
export const haveModels = availableModels(modelsDir).length === 2 && existsSync(speechFile)

/** Eleven seconds of real speech, 16 kHz mono s16, and its words. */
export function realSpeech(): { pcm: Uint8Array; text: string } {
  return {
    pcm: wavData(readFileSync(speechFile)),
    text: 'And so my fellow Americans ask not what your country can do for you ask what you can do for your country',
  }
}
