/** Whether the long form of the tests runs: at night, for a release, and with `npm run unit -- --long`. */
export const isLong = process.env['PARLEY_LONG'] === '1'
