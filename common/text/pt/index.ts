import type { Translated } from '../catalogue'

export const translation: Translated = {}
