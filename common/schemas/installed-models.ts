import { z } from 'zod'
import { modelFamilies, modelFileRoles } from '../model/model-families'

export const modelFamilySchema = z.enum(modelFamilies)
export type ModelFamily = z.infer<typeof modelFamilySchema>

/** The name of a model in settings, folders and messages. */
export const installedModelIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)

/** One file of a model, as it was when it was checked. */
export const installedFileSchema = z.object({
  role: z.enum(modelFileRoles),
  /** A plain name in the model's folder. */
  name: z.string().regex(/^[\w+-][\w.+-]{0,119}$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type InstalledFile = z.infer<typeof installedFileSchema>

/** What a model gives beside words. */
export const modelGiftsSchema = z.object({
  wordTimes: z.boolean(),
  confidence: z.boolean(),
  /** Words while they are said. */
  streaming: z.boolean(),
  /** Capitals and punctuation. */
  punctuation: z.boolean(),
})
export type ModelGifts = z.infer<typeof modelGiftsSchema>

/** A model on this computer. */
export const installedModelSchema = z.object({
  id: installedModelIdSchema,
  name: z.string().min(1).max(80),
  family: modelFamilySchema,
  /** Two- or three-letter codes; empty if they are not known. */
  languages: z.array(z.string().max(8)).max(120),
  gives: modelGiftsSchema,
  files: z.array(installedFileSchema).min(1).max(20),
  /** Whether a person brought it, so that nobody has published its hashes. */
  isOwn: z.boolean(),
})

/** A model on this computer with its folder (absolute): what the engine needs to load it. */
export const loadableModelSchema = installedModelSchema.extend({ folder: z.string().min(1) })
export type InstalledModel = z.infer<typeof loadableModelSchema>
