import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('pt')

export const redaction: Translation['window']['redaction'] = {
  tab: 'Ocultar',
  intro:
    'Oculte o que não deve sair deste computador. Selecione palavras na transcrição e pressione H, ou use o que foi encontrado aqui.',
  found: 'Encontrado nesta reunião',
  nothingFound:
    'Nenhum outro número, endereço ou nome foi encontrado. As regras não encontram tudo.',
  hide: 'Ocultar',
  hideThis: (text) => `Ocultar ${text}`,
  hideAll: (count) => plural(count, { one: 'Ocultar', other: 'Ocultar todos os #' }),
  hidden: 'Oculto',
  nothingHidden: 'Nada está oculto.',
  effect:
    'Fica de fora das exportações, da área de transferência e do que um modelo recebe. O áudio exportado fica em silêncio ali. A reunião em si não muda.',
  show: 'Mostrar novamente',
  showThis: (text) => `Mostrar novamente: ${text}`,
  showAll: 'Mostrar tudo novamente',
  everywhere: 'Em todos os lugares',
  whole: 'em toda a reunião',
  hideWord: (word) => `Ocultar “${word}” nas exportações`,
  kinds: {
    card: 'Cartão',
    iban: 'Conta',
    phone: 'Telefone',
    number: 'Número',
    email: 'E-mail',
    address: 'Endereço',
    name: 'Nome',
    hand: 'Escolhido à mão',
  },
}
