// What people read while a command sets things up: one plain sentence a line.

/** An error that a person can act on. Its message is printed without a stack. */
export class SetupError extends Error {}

/** @param {string} sentence */
export function say(sentence) {
  console.log(sentence)
}

/**
 * Runs a command and sets the exit code from its result. A SetupError is printed as its sentence,
 * any other error with its stack.
 * @param {() => Promise<number | undefined | void>} work
 */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error)
    process.exitCode = 1
  }
}

/**
 * "196 MB" for a count of bytes.
 * @param {number} bytes
 */
export function megabytes(bytes) {
  return `${Math.max(1, Math.round(bytes / 1e6))} MB`
}
