import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { availableModels } from '../../../main/engine/catalogue'
import { cacheFolder, isRoot } from '../../../scripts/setup/cache.mjs'
import { wavData } from './client'

const cache = cacheFolder(process.platform, process.env, homedir(), isRoot())
const speechFile = process.env['PARLEY_SPEECH'] || join(cache, 'speech', 'jfk.wav')

/** Where set-up has put the models. */
export const modelsDir = process.env['PARLEY_MODELS'] || join(cache, 'models')

/** Tests of real models run where set-up has fetched them; `npm test` does. */
export const haveModels = availableModels(modelsDir).length === 2 && existsSync(speechFile)

/** Eleven seconds of real speech, 16 kHz mono s16, and its words. */
export function realSpeech(): { pcm: Uint8Array; text: string } {
  return {
    pcm: wavData(readFileSync(speechFile)),
    text: 'And so my fellow Americans ask not what your country can do for you ask what you can do for your country',
  }
}
