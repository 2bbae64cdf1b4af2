import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('fr')
const orMore = (text: string, more: boolean) => (more ? `au moins ${text}` : text)
const countMatches = (count: number) => plural(count, { one: '# résultat', other: '# résultats' })
const countMeetings = (count: number) => plural(count, { one: '# réunion', other: '# réunions' })

export const library: Translation['window']['library'] = {
  search: {
    field: 'Rechercher dans tout ce qui a été dit',
    clear: 'Effacer la recherche',
    results: 'Résultats de la recherche',
    nothing: 'Aucun résultat',
    nothingText:
      'Parley compare le début des mots. Mettez une expression entre guillemets pour la trouver telle quelle.',
    searching: 'Recherche en cours',
    found: (matches, meetings, more) =>
      orMore(`${countMatches(matches)} dans ${countMeetings(meetings)}`, more),
    meetings: (meetings, more) => orMore(countMeetings(meetings), more),
    moreOfMeeting: (count) =>
      plural(count, { one: '# autre dans cette réunion', other: '# autres dans cette réunion' }),
    moreMeetings: 'Plus de réunions',
    filters: 'Filtres',
    speaker: 'Intervenant',
    anybody: 'Tout le monde',
    tag: 'Étiquette',
    anyTag: 'Toutes les étiquettes',
    when: 'Période',
    times: {
      any: 'N’importe quand',
      week: '7 derniers jours',
      month: '30 derniers jours',
      year: '12 derniers mois',
    },
    note: 'Note',
    speaks: 'Parle dans cette réunion',
  },
  date: { edit: 'Modifier la date', field: 'Date et heure de la réunion' },
  title: { edit: 'Renommer', field: 'Titre de la réunion' },
  tags: {
    label: 'Étiquettes',
    add: 'Ajouter une étiquette',
    field: 'Nouvelle étiquette',
    remove: (tag) => `Supprimer l’étiquette ${tag}`,
    find: (tag) => `Afficher les réunions avec l’étiquette ${tag}`,
  },
  menu: {
    label: 'Plus',
    open: 'Ouvrir',
    rename: 'Renommer',
    bin: 'Mettre à la corbeille',
    restore: 'Restaurer',
    delete: 'Supprimer maintenant',
  },
  bin: {
    title: 'Corbeille',
    row: (count) => `Corbeille (${count})`,
    text: 'Les réunions restent ici 30 jours avec leur son et leurs notes. Elles sont ensuite supprimées définitivement.',
    empty: 'Vider la corbeille',
    isEmpty: 'La corbeille est vide',
    moved: (title) => `${title} est maintenant dans la corbeille.`,
    undo: 'Annuler',
    left: (days) => plural(days, { one: 'encore # jour', other: 'encore # jours' }),
    confirmDelete: (title) => `Supprimer définitivement ${title}\u00a0?`,
    confirmDeleteText: 'Le texte, les notes et le son vont être supprimés de cet ordinateur.',
    confirmEmpty: (count) =>
      plural(count, {
        one: 'Supprimer définitivement # réunion\u00a0?',
        other: 'Supprimer définitivement # réunions\u00a0?',
      }),
    confirmEmptyText: 'Le texte, les notes et le son vont être supprimés de cet ordinateur.',
    delete: 'Supprimer définitivement',
  },
}
