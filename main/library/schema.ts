/** The full-text index. It repeats the first migration, for a rebuild. */
export const indexTableSql = `
  CREATE VIRTUAL TABLE found USING fts5 (text, speaker, tokenize = 'ascii', prefix = '1 2 3');
  INSERT INTO found (found, rank) VALUES ('secure-delete', 1);`

/**
 * The tables of the library as numbered migrations: migration n brings a database from
 * user_version n - 1 to n. A released migration is never edited; every change is a new one.
 *
 * Columns whose list of values may grow have no CHECK, since SQLite cannot change a constraint
 * without rebuilding the table; common/model holds those lists.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meetings (
    -- In the order of their starts: what is found in a meeting is numbered from it (places.ts).
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    engine TEXT NOT NULL,
    model TEXT NOT NULL,
    turn_count INTEGER NOT NULL DEFAULT 0,
    -- How much of it is there, once it is over.
    text_percent INTEGER,
    missing_text_ms INTEGER NOT NULL DEFAULT 0,
    missing_sound_ms INTEGER NOT NULL DEFAULT 0,
    -- Whether its sound is as it was recorded, compressed, or gone.
    sound TEXT NOT NULL DEFAULT 'recorded',
    -- Found without a clean stop, and not opened since.
    recovered INTEGER NOT NULL DEFAULT 0,
    -- Since when it is in the bin.
    binned_at INTEGER,
    -- It is being deleted for good; the next start goes on with it.
    deleting INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX meetings_by_start ON meetings (started_at DESC);

  CREATE TABLE audio (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    samples INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (meeting_id, source)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sessions (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    model TEXT NOT NULL,
    offset_ms INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, id)
  ) STRICT, WITHOUT ROWID;

  -- What the engines said. A person's corrections never change it, they stand beside it.
  CREATE TABLE turns (
    -- A place of its meeting (places.ts), where the full-text index points at.
    id INTEGER PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL,
    turn_order INTEGER NOT NULL,
    source TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    is_final INTEGER NOT NULL,
    speaker TEXT,
    language TEXT,
    timing TEXT NOT NULL,
    first_seen_ms INTEGER NOT NULL,
    final_ms INTEGER,
    filled_in INTEGER NOT NULL DEFAULT 0,
    echo INTEGER NOT NULL DEFAULT 0,
    UNIQUE (meeting_id, session_id, turn_order)
  ) STRICT;
  CREATE INDEX turns_by_time ON turns (meeting_id, start_ms);
  -- All that the list needs to know who speaks, so that no words are read for it.
  CREATE INDEX turns_by_speaker
    ON turns (meeting_id, speaker, source, session_id, turn_order);

  -- The list shows the count for each meeting; counting all turns each time would not scale.
  CREATE TRIGGER turns_counted AFTER INSERT ON turns BEGIN
    UPDATE meetings SET turn_count = turn_count + 1 WHERE id = new.meeting_id;
  END;
  CREATE TRIGGER turns_discounted AFTER DELETE ON turns BEGIN
    UPDATE meetings SET turn_count = turn_count - 1 WHERE id = old.meeting_id;
  END;

  CREATE TABLE gaps (
    id TEXT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    reason TEXT NOT NULL,
    sound INTEGER NOT NULL,
    filled INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX gaps_unfilled ON gaps (meeting_id) WHERE filled = 0;

  -- Pre-recorded jobs that were begun and whose words are not stored yet: they are paid for.
  CREATE TABLE jobs (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    -- The ids of the gaps that it fills, with spaces between.
    gaps TEXT NOT NULL,
    id TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    is_last INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, gaps)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL,
    turn_order INTEGER NOT NULL,
    correction TEXT NOT NULL,
    UNIQUE (meeting_id, session_id, turn_order)
  ) STRICT;

  CREATE TABLE speakers (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    speaker TEXT NOT NULL,
    -- Either a name, or the other speaker that this one is.
    name TEXT,
    same_as TEXT,
    PRIMARY KEY (meeting_id, speaker)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX speakers_by_name ON speakers (name) WHERE name IS NOT NULL;

  -- What was corrected, in order, each with what it replaced: undo and redo outlive a restart.
  CREATE TABLE edits (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    patch TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (meeting_id, number)
  ) STRICT, WITHOUT ROWID;

  -- The one meeting that is being written down again, and what of it was heard.
  CREATE TABLE again (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    stretches TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    at_once INTEGER NOT NULL,
    engine TEXT NOT NULL,
    -- A pre-recorded job that was begun, and the end of the sound that it hears.
    job_id TEXT,
    job_end_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE again_heard (
    meeting_id TEXT NOT NULL REFERENCES again (meeting_id) ON DELETE CASCADE,
    end_ms INTEGER NOT NULL,
    turns TEXT NOT NULL,
    PRIMARY KEY (meeting_id, end_ms)
  ) STRICT, WITHOUT ROWID;
  -- With the new text in its place it is over, in the same step: it never takes its place twice.
  CREATE TRIGGER again_over AFTER INSERT ON edits WHEN new.kind = 'again' BEGIN
    DELETE FROM again WHERE meeting_id = new.meeting_id;
  END;

  CREATE TABLE tags (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    tag TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (meeting_id, tag)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX tags_by_tag ON tags (tag);

  CREATE TABLE marks (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, at_ms)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE note_lines (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    at_ms INTEGER,
    PRIMARY KEY (meeting_id, line)
  ) STRICT, WITHOUT ROWID;

  -- The words come folded (words.ts), so every character that is not ASCII is part of a word here.
  -- The prefixes are what makes a first letter answer at once.
  CREATE VIRTUAL TABLE found USING fts5 (text, speaker, tokenize = 'ascii', prefix = '1 2 3');
  -- What is deleted must not stay readable in the file.
  INSERT INTO found (found, rank) VALUES ('secure-delete', 1);

  -- The file of each meeting in the folder where finished meetings are written as Markdown.
  CREATE TABLE markdown_files (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    -- Null until it has been written; the digest is that of what was written.
    name TEXT,
    digest TEXT,
    due INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The time zone (IANA) in which a meeting was recorded; null for older meetings.
  ALTER TABLE meetings ADD COLUMN time_zone TEXT;
  -- What the upkeep of the library must remember, such as how far a rebuild of the index is.
  CREATE TABLE upkeep (
    key TEXT PRIMARY KEY,
    value INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Every job of the service from before it is bought until it is deleted there. No reference to
  -- meetings: a job outlives its meeting until the service has deleted it.
  CREATE TABLE service_jobs (
    mark TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL,
    -- The ids of the gaps with spaces between them, or 'retranscription'.
    work TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    is_last INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    upload_url TEXT,
    job_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'deleted')),
    started_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX service_jobs_open ON service_jobs (meeting_id, work) WHERE state = 'open';

  INSERT INTO service_jobs
    SELECT 'gap-' || id, meeting_id, gaps, start_ms, end_ms, is_last, '', NULL, id, 'open', 0
    FROM jobs;
  INSERT INTO service_jobs
    SELECT 'retranscription-' || job_id, meeting_id, 'retranscription',
      coalesce((SELECT max(end_ms) FROM again_heard), start_ms), job_end_ms, 1, '', NULL, job_id,
      'open', 0
    FROM again WHERE job_id IS NOT NULL;
  DROP TABLE jobs;
  `,
  `
  -- What was paid for: sessions by their ids, and pre-recorded jobs by their marks. No reference to
  -- meetings: a deleted meeting was paid for all the same.
  CREATE TABLE paid_uses (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL,
    model TEXT NOT NULL,
    -- A JSON list of what cost more.
    extras TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    -- Whether the service said the seconds.
    measured INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX paid_uses_by_time ON paid_uses (began_at);
  CREATE INDEX paid_uses_by_meeting ON paid_uses (meeting_id);
  `,
  `
  -- When Parley received the audio of a meeting, and when a meeting was deleted, by the retention
  -- clock; the wall clock, which people see, may have been wrong then.
  ALTER TABLE meetings ADD COLUMN received_at INTEGER;
  ALTER TABLE meetings ADD COLUMN binned_since INTEGER;
  UPDATE meetings SET binned_since = binned_at;
  `,
  `
  -- What a person says about a meeting, so that its words are heard better.
  CREATE TABLE briefs (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    -- A JSON list.
    terms TEXT NOT NULL,
    max_speakers INTEGER
  ) STRICT, WITHOUT ROWID;
  -- How sure the service was of the language, in percent.
  ALTER TABLE turns ADD COLUMN language_percent INTEGER;
  `,
  `
  -- What a language model wrote about a meeting. The newest that was not undone is shown.
  CREATE TABLE minutes (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    -- Minutes as JSON.
    content TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (meeting_id, number)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- That the people in a meeting agreed: when it was noted, and how they were asked.
  ALTER TABLE meetings ADD COLUMN consent_at INTEGER;
  ALTER TABLE meetings ADD COLUMN consent_how TEXT;
  `,
  `
  -- What a meeting hides in exports and from language models. By time and source, so that it stays
  -- hidden when the text changes; without a time the text is hidden wherever it occurs.
  CREATE TABLE redactions (
    meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    source TEXT,
    start_ms INTEGER,
    end_ms INTEGER,
    text TEXT NOT NULL,
    PRIMARY KEY (meeting_id, number)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Whom the appointment of a meeting names.
  CREATE TABLE appointments (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    -- A JSON list.
    people TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- A person accepts a new text turn by turn, so it is not over with the first one.
  DROP TRIGGER again_over;
  -- The turns that keep their text of today: a JSON list of keys.
  ALTER TABLE again ADD COLUMN kept TEXT NOT NULL DEFAULT '[]';
  `,
  `
  -- A title and tags that a language model suggested. Nothing changes before a person accepts them.
  CREATE TABLE suggestions (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    -- A suggestion as JSON.
    content TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What the engine on this computer used for a meeting and why, and what it cost.
  CREATE TABLE engine_uses (
    meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    why TEXT NOT NULL,
    load_percent INTEGER,
    delay_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  `,
]
