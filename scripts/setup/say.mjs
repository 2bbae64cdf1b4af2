// What people read while a command sets things up: one plain sentence a line.

/** A fault that a person can do something about. Its message is what is printed, without a stack. */
export class SetupError extends Error {}

export function say(sentence) {
  console.log(sentence)
}

/** Runs a command's main function; a SetupError becomes its sentence, anything else its stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error)
    process.exitCode = 1
  }
}

/** "196 MB" for a count of bytes. */
export function megabytes(bytes) {
  return `${Math.max(1, Math.round(bytes / 1e6))} MB`
}
