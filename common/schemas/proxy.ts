import { z } from 'zod'
import { errorValueSchema } from './errors'

/** A proxy that lets nothing through before somebody signs in. */
export const proxyQuestionSchema = z.object({
  /** Its host and port. */
  proxy: z.string(),
  /** Whether it refused a name and a password. */
  refused: z.boolean(),
})
export type ProxyQuestion = z.infer<typeof proxyQuestionSchema>

export const proxySignInSchema = z.object({
  user: z.string().min(1).max(500),
  password: z.string().max(1_000),
})
export type ProxyCredentials = z.infer<typeof proxySignInSchema>

/** After a sign-in that worked; `notStored` says why the keychain did not take the password. */
export const proxySignedInSchema = z.object({ notStored: errorValueSchema.nullable() })
