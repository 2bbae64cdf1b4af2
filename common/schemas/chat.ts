import { z } from 'zod'
import { chatProviders } from '../model/chat'

const providerSchema = z.enum(chatProviders)

/** Which model writes minutes and answers questions. */
export const chatSettingsSchema = z.object({
  /** Null: none, and nothing is sent anywhere. */
  provider: providerSchema.nullable(),
  /** Addresses that a person gave; an empty one of `other` sends nothing. */
  addresses: z.partialRecord(providerSchema, z.string().max(500)),
  models: z.partialRecord(providerSchema, z.string().max(200)),
  /** What a million tokens cost, in US dollars; a person's figure, for estimates only. */
  prices: z.partialRecord(
    providerSchema,
    z.object({ input: z.number().min(0).max(10_000), output: z.number().min(0).max(10_000) }),
  ),
})
export type ChatSettings = z.infer<typeof chatSettingsSchema>

/** Origins such as `https://models.example.com`, which main alone adds. */
export const chatHostsSchema = z.object({
  /** Where a person agreed to send text, as `PROVIDER ORIGIN`. */
  agreed: z.array(z.string().max(600)).max(100),
  /** For which the keychain has a key. */
  withKey: z.array(z.string().max(600)).max(100),
})

export const tokenCountSchema = z.object({
  input: z.number().int().nonnegative(),
  output: z.number().int().nonnegative(),
})
export type TokenCount = z.infer<typeof tokenCountSchema>
