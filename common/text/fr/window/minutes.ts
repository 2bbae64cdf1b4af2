import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('fr')

export const minutes: Translation['window']['minutes'] = {
  tab: 'Résumé',
  tabs: 'À côté de la transcription',
  show: 'Résumé',
  write: 'Rédiger',
  again: 'À nouveau',
  undo: 'Annuler',
  redo: 'Rétablir',
  retry: 'Réessayer',
  template: 'Trame',
  goTo: (time) => `Lire à partir de ${time}`,
  task: (who, what) => (who === null ? what : `${who}\u00a0: ${what}`),
  who: (who, when) => (when === null ? `${who}\u00a0:` : `${who}, ${when}\u00a0:`),
  nobody: (when) => `Pour ${when}\u00a0:`,
  notFound: 'Introuvable dans la transcription',
  notFoundCount: (count) =>
    plural(count, {
      one: '# ligne n’est pas exportée.',
      other: '# lignes ne sont pas exportées.',
    }),
  notFoundLine: (line) =>
    `«\u00a0${line}\u00a0»\u00a0: aucune intervention ne confirme cette ligne.`,
  cut: 'La réponse était trop longue, il en manque la fin.',
  empty: 'Rien dans cette réunion n’a sa place ici.',
  running: (model, step, steps) => {
    if (steps === 1) return `${model} lit la réunion`
    return step === steps
      ? `${model} réunit ${steps - 1} parties`
      : `${model} lit la partie ${step} sur ${steps - 1}`
  },
  waiting: 'En attente du modèle',
  provider: {
    ollama: 'Ollama, sur cet ordinateur',
    'lm-studio': 'LM Studio, sur cet ordinateur',
    'llama-cpp': 'llama.cpp, sur cet ordinateur',
    assemblyai: 'LLM Gateway d’AssemblyAI',
    other: 'votre serveur',
  },
  took: (time) => `durée ${time}`,
  tokens: (count) => `${count} jetons`,
  price: (dollars) => `environ ${dollars}\u00a0$\u00a0US`,
  ask: {
    tab: 'Question',
    label: 'Poser une question',
    button: 'Demander',
    scope: 'Où chercher',
    thisMeeting: 'Cette réunion',
    allMeetings: 'Toutes les réunions',
    toAll: (question) => `${question} (toutes les réunions)`,
    intro:
      'Le modèle répond d’après ce qui a été dit, en indiquant les moments. Si personne ne l’a dit, c’est la réponse.',
    notSaid: 'Cela n’a pas été dit.',
  },
  suggestion: {
    label: 'Titre et étiquettes',
    ask: 'Proposer un titre et des étiquettes',
    asking: 'En attente d’un titre et d’étiquettes',
    title: 'Titre proposé',
    tags: 'Étiquettes proposées',
    use: 'Utiliser',
    useTitle: (title) => `Utiliser le titre ${title}`,
    add: (tag) => `Ajouter l’étiquette ${tag}`,
    addAll: 'Tout ajouter',
    dismiss: 'Ignorer',
    notSaid: 'En pointillé : aucun de ces mots n’a été dit pendant la réunion.',
  },

  start: {
    title: 'Rien n’est encore rédigé',
    text: 'La transcription est envoyée au modèle choisi quand vous appuyez sur Rédiger ou demandez un titre et des étiquettes, et pas avant. Chaque ligne de la réponse est vérifiée avec les mots de la réunion.',
  },
  none: {
    title: 'Résumé, décisions et tâches',
    text: 'Un modèle de langage peut rédiger ce qui a été décidé et qui fait quoi pour quand, à partir de la transcription et de rien d’autre. Chaque ligne renvoie au moment sur lequel elle repose, et ce que personne n’a dit est indiqué comme introuvable. Il peut aussi proposer un titre et des étiquettes.',
    where:
      'Le modèle peut fonctionner sur cet ordinateur avec Ollama, LM Studio ou llama.cpp, pour que rien n’en sorte. Ce peut être un serveur de votre entreprise, ou la LLM Gateway d’AssemblyAI avec votre clé.',
    nothing: 'Sans modèle, rien n’est envoyé nulle part.',
    choose: 'Choisir un modèle',
  },
}

export const chat: Translation['window']['chat'] = {
  title: 'Résumés',
  intro:
    'Un modèle de langage peut résumer une réunion. Il ne reçoit les mots d’une réunion que lorsque vous le demandez.',
  provider: 'Modèle',
  none: 'Aucun',
  noneText: 'Rien n’est envoyé nulle part.',
  providers: {
    ollama: {
      name: 'Ollama',
      text: 'Sur cet ordinateur. Lancez d’abord Ollama et téléchargez un modèle.',
    },
    'lm-studio': {
      name: 'LM Studio',
      text: 'Sur cet ordinateur. Démarrez d’abord son serveur.',
    },
    'llama-cpp': { name: 'llama.cpp', text: 'Sur cet ordinateur, avec llama-server.' },
    assemblyai: {
      name: 'LLM Gateway d’AssemblyAI',
      text: 'Avec la clé utilisée, dans sa zone. Les jetons sont facturés à votre compte.',
    },
    other: {
      name: 'Autre',
      text: 'Tout serveur avec l’API de chat d’OpenAI, par exemple celui de votre entreprise.',
    },
  },
  server: 'Serveur',
  address: 'Adresse',
  addressText: {
    local: 'Sur cet ordinateur. Laissez vide pour l’adresse habituelle.',
    other:
      'Elle commence par https, sauf sur cet ordinateur. Tant qu’elle est vide, rien n’est envoyé.',
  },
  model: 'Nom du modèle',
  modelText: 'Tel que le serveur l’appelle.',
  list: 'Lister les modèles',
  listing: 'Demande en cours',
  listed: (count) =>
    plural(count, { one: 'Le serveur a # modèle.', other: 'Le serveur a # modèles.' }),
  pick: 'Modèles du serveur',
  pickNone: 'Choisir dans la liste',
  key: 'Clé du serveur',
  keyText: 'Elle est conservée dans le trousseau de clés et n’est envoyée qu’à cet hôte.',
  keyHint: 'Coller la clé, si le serveur en demande une',
  hasKey: 'Il y a une clé pour cet hôte.',
  save: 'Enregistrer',
  saving: 'Enregistrement',
  remove: 'Supprimer la clé',
  price: 'Prix',
  priceInput: 'Dollars US par million de jetons lus',
  priceOutput: 'Dollars US par million de jetons écrits',
  priceText: 'Pour l’estimation à côté d’un résumé. Laissez vide si vous ne savez pas.',
  priceBad: 'Saisissez un montant, par exemple 0,25.',
  templates: 'Trames',
  templatesText:
    'Ce que contient un résumé. Chaque trame est un fichier Markdown que vous pouvez modifier, ajouter et partager. Une réunion reçoit la trame dont le nom est l’une de ses étiquettes ou figure dans son titre.',
  templatesFolder: 'Ouvrir le dossier',
}
