import { z } from 'zod'

// Imported before any schema is made: the pages' policy forbids eval, and a schema tries it once.
z.config({ jitless: true })
