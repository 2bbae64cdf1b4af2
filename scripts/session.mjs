// The same as `npm run session -- …`.
process.argv.splice(2, 0, 'session')
await import('./run.mjs')
