/** The seed of this run. It is printed, so that PARLEY_FUZZ_SEED can repeat the run. */
export function fuzzSeed(what: string): number {
  const given = process.env.PARLEY_FUZZ_SEED
  const seed = given === undefined ? Date.now() % 2 ** 31 : Number(given)
  console.log(`${what}: PARLEY_FUZZ_SEED=${seed}`)
  return seed
}
