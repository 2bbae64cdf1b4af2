/** The templates of a new installation. A person edits and shares them, and a model reads them. */
export const builtInTemplates = {
  /** A section with a line of these three columns has tasks; a template in English is understood, too. */
  taskColumns: 'who | what | by when',
  general: {
    name: 'General',
    text: `# General

## Summary

Three to five statements that tell somebody who was not there what it was about and how it ended.

## Decisions

What was decided. Not what was only proposed.

## Tasks

who | what | by when

## Open questions

What was asked or left open, and by whom.
`,
  },
  standUp: {
    name: 'Stand-up',
    text: `# Stand-up

Group by person where several speak.

## Done

What was finished since the last time.

## Next

who | what | by when

## In the way

What keeps somebody from going on, and who can help.
`,
  },
  interview: {
    name: 'Interview',
    text: `# Interview

## Summary

Who was interviewed, about what, and the two or three main impressions that were said aloud.

## Answers

One statement for each topic, in the words of the person who was interviewed.

## Next steps

who | what | by when

## Open questions

What was asked and not answered.
`,
  },
} as const
