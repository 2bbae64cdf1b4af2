import type { Translation } from '../catalogue'

export const errorSentences: Translation['errors'] = {
  'app-not-running':
    'O Parley não está em execução, então não há nada a fazer. Inicie o Parley primeiro.',

  'key-empty': 'Ainda não há uma chave no campo. Cole a chave da sua conta da AssemblyAI.',
  'key-has-spaces':
    'Esta chave contém um espaço ou uma quebra de linha. Nada foi salvo; copie a chave inteira novamente e cole.',
  'key-not-ascii':
    'Esta chave contém caracteres que nenhuma chave da AssemblyAI tem. Nada foi salvo; copie a chave inteira novamente e cole.',
  'key-too-short':
    'Este texto é curto demais para uma chave. Nada foi salvo; copie a chave inteira novamente e cole.',
  'key-too-long':
    'Este texto tem mais de 512 caracteres, então não é uma chave. Nada foi salvo; copie a chave novamente.',
  'key-name-empty': 'Uma chave precisa de um nome, como Trabalho. Nada foi salvo.',
  'key-name-taken': 'Já existe uma chave com este nome. Nada foi salvo; escolha outro nome.',
  'key-not-found': 'Esta chave não está mais na lista. Adicione-a novamente para usá-la.',
  'key-missing-in-keychain':
    'O chaveiro não tem mais esta chave. Suas reuniões estão a salvo; cole a chave novamente com Substituir.',
  'no-key': 'Nenhuma chave está em uso. Adicione uma chave, ou escolha o mecanismo local.',

  'keychain-library-missing':
    'A biblioteca do chaveiro (libsecret) não está instalada neste computador. Nada foi alterado; instale libsecret-1-0, ou mantenha a chave até sair.',
  'keychain-no-session':
    'Esta sessão não tem D-Bus, então o Parley não consegue acessar o chaveiro. Nada foi alterado; mantenha a chave até sair, ou inicie o Parley em uma sessão gráfica.',
  'keychain-no-service':
    'Nenhum serviço de chaveiro está em execução (GNOME Keyring ou KWallet). Nada foi alterado; inicie um, ou mantenha a chave até sair.',
  'keychain-not-set-up':
    'Este computador ainda não tem um chaveiro. Nada foi alterado; crie um chaveiro padrão em Senhas e chaves (Seahorse) e tente novamente, ou mantenha a chave até sair.',
  'keychain-locked':
    'O chaveiro está bloqueado. Nada foi alterado; desbloqueie-o e tente novamente, ou mantenha a chave até sair.',
  'keychain-dismissed':
    'O chaveiro pediu permissão, mas a pergunta foi fechada. Nada foi alterado; tente novamente, ou mantenha a chave até sair.',
  'keychain-timeout':
    'O chaveiro não respondeu em 10 segundos. Nada foi alterado; procure a pergunta dele na tela e tente novamente, ou mantenha a chave até sair.',
  'keychain-failed':
    'O chaveiro recusou a solicitação. Nada foi alterado; tente novamente, ou mantenha a chave até sair.',

  'token-parameter':
    'Um valor para o token está fora do intervalo permitido. Nenhuma solicitação foi enviada; corrija o valor e tente novamente.',
  'bad-request':
    'A AssemblyAI não aceitou a solicitação. Os detalhes dizem qual parte está errada.',
  'key-rejected':
    'A AssemblyAI não aceita esta chave. O áudio está salvo; verifique a chave e sua zona, ou substitua a chave.',
  'key-wrong-zone':
    'Esta chave pertence a outra zona, indicada nos detalhes. A chave não foi alterada; adicione-a novamente com essa zona.',
  'key-forbidden':
    'A AssemblyAI não permite transmissão ao vivo com esta chave. O áudio está salvo; verifique as permissões da chave na sua conta.',
  'payment-required':
    'A conta da AssemblyAI está sem créditos. O áudio está salvo; adicione créditos na sua conta.',
  'service-not-found':
    'O endereço do serviço mudou. O áudio está salvo; verifique se há uma atualização do Parley.',
  'rate-limited':
    'A AssemblyAI pede que o Parley espere, porque muitas sessões foram iniciadas. O áudio está salvo, e o Parley tenta novamente de forma automática.',
  'service-unavailable':
    'A AssemblyAI não está disponível no momento. O áudio está salvo, e o Parley tenta novamente de forma automática.',
  offline: 'Não há rede. O áudio está salvo, e o texto ao vivo continua quando a rede voltar.',
  'dns-failed':
    'O endereço da AssemblyAI não foi encontrado. O áudio está salvo; verifique a rede e seu DNS.',
  'tls-failed':
    'A conexão segura com a AssemblyAI foi recusada. O áudio está salvo; verifique o relógio deste computador e qualquer proxy que inspecione o tráfego.',
  'proxy-failed':
    'O proxy desta rede bloqueou a solicitação. O áudio está salvo; verifique as configurações de proxy do sistema.',
  'proxy-sign-in-needed':
    'O proxy desta rede pede um nome e uma senha. O áudio está salvo; entre, e o Parley continua automaticamente.',
  'proxy-rejected':
    'O proxy não aceitou este nome e esta senha. Nada foi salvo; corrija-os e tente novamente.',
  'proxy-not-stored':
    'Você entrou no proxy, mas o chaveiro não guardou a senha. O Parley vai pedi-la novamente na próxima vez que iniciar.',
  'proxy-not-asking': 'Nenhum proxy pede uma senha agora. Nada foi enviado.',
  'socket-blocked':
    'A AssemblyAI responde, mas a conexão ao vivo não abre. Um proxy ou firewall desta rede pode bloquear WebSockets. O áudio está salvo, e o Parley tenta novamente de forma automática.',
  'connection-failed':
    'A conexão com a AssemblyAI falhou. O áudio está salvo, e o Parley tenta novamente de forma automática; verifique a rede e o firewall, se houver.',
  'timed-out': 'A AssemblyAI não respondeu em 10 segundos. O áudio está salvo; tente novamente.',
  'bad-answer':
    'A resposta do serviço não contém um token. O áudio está salvo; tente novamente, ou verifique se há uma atualização do Parley.',
  redirected:
    'O serviço redirecionou a solicitação para outro host, e o Parley não segue esse tipo de redirecionamento. A chave não foi enviada para lá.',
  'token-not-lent': 'Somente o gravador recebe um token, e apenas enquanto grava.',

  'transcript-failed':
    'A AssemblyAI não conseguiu transcrever esta parte do áudio. O áudio está salvo; os detalhes dizem o motivo.',

  'begin-timeout':
    'A transcrição não começou em 10 segundos. O áudio está salvo, e o Parley tenta novamente.',
  'model-mismatch':
    'A AssemblyAI usa um modelo diferente do escolhido, pelo preço desse modelo. As palavras estão salvas.',
  'model-refused':
    'A AssemblyAI não aceita o modelo escolhido. O modelo padrão dela transcreve esta reunião; escolha outro modelo na página Transcrição.',
  'setting-not-applied':
    'A AssemblyAI não aplica uma configuração desta reunião. As palavras estão salvas; os detalhes dizem qual.',
  'cost-limit':
    'A AssemblyAI já custou neste mês quase tudo o que seu limite permite. A gravação funciona como antes; altere o limite na página Transcrição, ou use o mecanismo deste computador.',
  'service-warning':
    'A AssemblyAI envia um aviso sobre esta sessão. A gravação continua; os detalhes dizem qual é o aviso.',
  'session-refused':
    'A AssemblyAI recusou a sessão. O áudio está salvo; os detalhes dizem o motivo.',
  'session-bad-input':
    'A AssemblyAI não aceitou uma configuração desta sessão. O áudio está salvo; verifique a página Transcrição.',
  'session-lost': 'A conexão foi perdida. O áudio está salvo, e o Parley se conecta novamente.',
  'session-offline':
    'O texto ao vivo foi interrompido, porque a conexão falhou várias vezes. O áudio está sendo gravado, e o Parley continua tentando.',

  'no-source':
    'As duas fontes estão desativadas. Ative o microfone ou o áudio do sistema e pressione Gravar.',
  'no-microphone':
    'Nenhum microfone foi encontrado. Conecte um; uma gravação em andamento passa a usá-lo automaticamente.',
  'microphone-denied':
    'Este computador não deixa o Parley usar o microfone. Permita o acesso nas configurações de privacidade do sistema e tente novamente.',
  'microphone-busy':
    'Outro programa está usando o microfone. Feche esse programa, ou escolha outro microfone.',
  'microphone-failed':
    'Não foi possível abrir o microfone. Escolha outro na página Áudio, ou conecte-o novamente.',
  'microphone-ended':
    'O microfone foi desconectado. O que foi gravado até agora está a salvo; conecte-o novamente ou escolha outro.',
  'microphone-replaced':
    'O microfone escolhido não está conectado. O microfone padrão é gravado até que ele volte.',
  'system-denied':
    'Este computador não deixa o Parley gravar o áudio do sistema. O microfone não é afetado; permita o áudio do sistema nas configurações de privacidade e ative-o novamente.',
  'system-unsupported':
    'Não é possível gravar o áudio do sistema aqui. O microfone não é afetado; no Linux, o Parley precisa do PulseAudio ou do PipeWire.',
  'system-failed':
    'Não foi possível abrir o áudio do sistema. O microfone não é afetado, e o Parley tenta novamente de forma automática.',
  'system-default-only':
    'Só se ouve o que toca na saída padrão deste computador. O que foi gravado está a salvo; se o outro lado continuar em silêncio, escolha essa saída no programa da chamada.',
  'system-monitor-muted':
    'Um programa está reproduzindo som, mas a saída dele está silenciada para a gravação, então o outro lado não é ouvido. O que foi gravado está a salvo; pressione Ativar som para ouvi-lo.',
  'system-not-chosen':
    'Um programa diferente do escolhido está reproduzindo som, e ele não é gravado. O que foi gravado está a salvo; pressione Gravar tudo para ouvir os dois.',
  'playback-recorded':
    'O que o Parley reproduz agora é gravado como o outro lado, já que este computador não consegue distinguir os dois. O resto da gravação está a salvo; pause-a antes de reproduzir uma reunião.',
  'already-recording': 'Já há uma gravação em andamento.',
  'not-recording': 'Não há nenhuma gravação em andamento.',
  'recorder-restarting':
    'O gravador parou inesperadamente e está reiniciando. O que foi gravado até agora está a salvo.',
  'microphone-silent':
    'O microfone está em silêncio. A gravação continua; verifique se o microfone está conectado e com o som ativado.',
  'no-words':
    'Parece que alguém está falando, mas não chegam palavras há 20 segundos. O áudio está salvo; verifique o idioma e o microfone.',
  'service-behind':
    'As palavras estão com mais de 10 segundos de atraso. O áudio está salvo, e as palavras recuperam o atraso automaticamente.',
  'disk-low':
    'O disco tem menos de 500 MB livres. O que foi gravado até agora está a salvo; libere espaço para que a gravação possa continuar.',
  'slept-paused':
    'O computador estava em suspensão, então a gravação está em pausa. O que foi gravado até agora está a salvo; pressione Retomar para continuar.',
  slept:
    'O computador estava em suspensão, e nada foi gravado nesse tempo. A gravação continua, e tudo o que veio antes está a salvo.',
  'disk-full':
    'O disco está cheio. O que foi gravado até agora está a salvo; libere espaço para que o áudio possa ser salvo.',
  'audio-write-failed':
    'Não foi possível gravar o áudio no disco. O texto continua; verifique o disco.',
  'audio-read-failed':
    'Não foi possível ler o áudio do disco. Ele não foi alterado; verifique o disco e tente novamente.',
  'library-busy':
    'Outro programa está usando a biblioteca. Tudo o que é dito é mantido, e será salvo assim que a biblioteca estiver livre; feche o outro programa se isso demorar.',
  'copy-not-found':
    'Não é possível ler esta cópia da biblioteca. Nada foi alterado; escolha outra cópia.',
  'library-unavailable':
    'Não foi possível abrir a biblioteca de reuniões. Nada nela foi alterado; verifique o disco e inicie o Parley novamente.',
  'library-damaged':
    'Uma parte da biblioteca está danificada. Tudo o que é legível é mantido; saia do Parley e inicie-o novamente para reparar a biblioteca.',
  'library-no-rights':
    'O Parley não tem permissão para gravar na pasta da sua biblioteca. Nada foi alterado; dê à sua conta permissão de gravação nela e inicie o Parley novamente.',
  'library-newer':
    'A biblioteca de reuniões foi gravada por uma versão mais recente do Parley. Nada nela foi alterado; atualize o Parley para abri-la.',
  'library-migration-failed':
    'Não foi possível atualizar a biblioteca de reuniões, então ela é somente leitura. Ela não foi alterada, e há uma cópia ao lado dela; libere espaço em disco e inicie o Parley novamente.',
  'library-read-only':
    'O Parley não pode gravar, porque não foi possível atualizar a biblioteca de reuniões. Suas reuniões estão a salvo; libere espaço em disco e inicie o Parley novamente.',
  'library-write-failed':
    'Não foi possível gravar o texto no disco. Ele continua na tela, e o Parley tenta novamente; verifique o disco.',
  'meeting-not-found': 'Esta reunião não está mais na biblioteca.',
  'meeting-recording':
    'Esta reunião está sendo gravada. Nada foi alterado; pare a gravação primeiro.',
  'meeting-not-deleted':
    'Não foi possível excluir o áudio desta reunião. A reunião ainda está na lixeira; feche os programas que usam seus arquivos e tente novamente.',
  'turn-not-found': 'Estas palavras não estão mais na reunião. Nada foi alterado.',
  'turn-not-final':
    'Estas palavras ainda podem mudar. Nada foi alterado; você poderá corrigi-las em instantes.',
  'search-failed':
    'A pesquisa falhou. Suas reuniões estão a salvo; digite novamente, ou reinicie o Parley.',
  'export-failed':
    'Não foi possível gravar o arquivo. A reunião não foi alterada; escolha outra pasta.',
  'no-sound': 'O áudio desta reunião não existe mais. O texto não foi alterado.',
  'sound-not-packed':
    'Não foi possível comprimir o áudio de uma reunião, então ele é mantido como foi gravado. O Parley tenta novamente na próxima vez que iniciar.',
  'retranscription-busy':
    'Outra reunião está sendo transcrita novamente. Espere até que termine, ou cancele.',
  'job-attempts':
    'Esta parte foi enviada três vezes à AssemblyAI sem resultado, então o Parley não paga por ela novamente. O áudio está salvo; Transcrever novamente tenta mais uma vez.',
  'job-day-limit':
    'O Parley enviou 200 gravações à AssemblyAI em um dia. Ele não envia mais nenhuma até amanhã, para que nada custe mais do que você espera.',
  'retranscription-gaps':
    'O Parley ainda está preenchendo palavras que faltam nesta reunião. O texto não foi alterado; tente novamente quando ele terminar.',
  'import-unsupported':
    'Este arquivo tem um tipo de áudio que o Parley não consegue ler. Nada foi importado; converta-o para WAV, MP3 ou M4A e tente novamente.',
  'import-track':
    'Uma faixa deste arquivo tem um tipo de áudio que o Parley não consegue ler. As outras faixas foram importadas, e o arquivo não foi alterado.',
  'import-empty': 'Este arquivo está vazio. Nada foi importado; verifique se a gravação foi salva.',
  'import-not-a-file':
    'Este não é um arquivo que possa ser lido até o fim. Nada foi importado; escolha um arquivo de áudio ou vídeo.',
  'import-folder-empty':
    'Não há nenhum arquivo de áudio ou vídeo nesta pasta. Nada foi importado; solte os próprios arquivos.',
  'import-damaged':
    'Este arquivo está danificado, e não é possível ler seu áudio. Nada foi importado, e o arquivo não foi alterado.',
  'import-cut':
    'Este arquivo está danificado ou incompleto. A parte legível foi importada, e o arquivo não foi alterado.',
  'import-no-sound':
    'Este arquivo não contém áudio. Nada foi importado, e o arquivo não foi alterado.',
  'import-silent':
    'O áudio deste arquivo está em silêncio. Nada foi importado, e o arquivo não foi alterado.',
  'import-too-long':
    'Este arquivo dura mais de um dia. Nada foi importado; divida-o em partes e tente novamente.',
  'import-unreadable':
    'Não foi possível ler este arquivo do disco. Nada foi importado; verifique o arquivo e tente novamente.',
  'import-disk-full':
    'Não há espaço no disco para o áudio deste arquivo. Nada foi importado, e suas reuniões estão a salvo; libere espaço e importe o arquivo novamente.',
  'import-not-written':
    'Não foi possível gravar o áudio deste arquivo no disco. Nada foi importado, e suas reuniões estão a salvo; verifique o disco e importe o arquivo novamente.',
  'copy-failed':
    'Nada foi copiado. A reunião não foi alterada; clique dentro da janela e tente novamente.',
  cancelled: 'Nada foi gravado.',
  'markdown-folder-missing':
    'A pasta das reuniões em Markdown não existe. As reuniões estão a salvo na biblioteca e serão gravadas quando a pasta voltar; ou escolha outra pasta.',
  'markdown-folder-failed':
    'O Parley não consegue gravar na pasta das reuniões em Markdown. As reuniões estão a salvo na biblioteca, e o Parley tenta novamente; libere espaço nela, ou escolha outra pasta.',

  'engine-model-missing':
    'O modelo de fala não está instalado neste computador. O áudio está salvo; instale o Parley novamente, ou use uma chave.',
  'engine-model-damaged':
    'O modelo de fala deste computador está danificado. O áudio está salvo; instale o Parley novamente, ou use uma chave.',
  'engine-failed': 'O mecanismo local parou. O áudio está salvo, e o mecanismo está reiniciando.',
  'engine-unsupported':
    'O mecanismo local não funciona neste tipo de computador. Use uma chave da AssemblyAI.',

  'model-unknown': 'Este modelo não está mais na lista. Nada foi alterado.',
  'model-no-space':
    'Não há espaço livre suficiente para este modelo. Nada foi baixado; libere espaço e tente novamente.',
  'model-disk-full':
    'O disco está cheio. O que já chegou do modelo é mantido; libere espaço e pressione Retomar, ou exclua-o.',
  'model-cut':
    'A conexão caiu várias vezes. O que já chegou do modelo é mantido; pressione Retomar quando a rede voltar.',
  'model-not-served':
    'O servidor não tem este arquivo. Nada foi instalado; tente mais tarde, ou use um arquivo baixado em outro lugar.',
  'model-redirect':
    'O servidor indicou um endereço que não é seguro, então nada foi baixado de lá. Tente mais tarde, ou use um arquivo baixado em outro lugar.',
  'model-wrong-length':
    'O arquivo não tem o tamanho publicado, então foi excluído. Baixe-o novamente, ou de outro endereço.',
  'model-wrong-hash':
    'O arquivo não é o publicado, então não foi usado. Baixe-o novamente, ou de outro endereço.',
  'model-archive-refused':
    'O arquivo compactado do modelo contém algo que não deveria estar ali, então não foi descompactado. Baixe-o novamente, ou de outro endereço.',
  'model-not-kept':
    'Não foi possível gravar o modelo no disco. Nada foi instalado; verifique o disco e tente novamente.',
  'model-not-removed':
    'Não foi possível excluir alguns arquivos do modelo. Tente novamente, ou exclua-os na pasta do Parley.',
  'model-unknown-file':
    'Estes arquivos não são dos que o Parley oferece para baixar, ou falta um deles. Nada foi instalado; escolha todos os arquivos de um mesmo modelo.',
  'model-not-recognised':
    'Não há nesta pasta nenhum modelo que o Parley possa usar. Nada foi alterado; escolha a pasta com os arquivos do modelo e tokens.txt.',
  'model-mirror-address':
    'O endereço para downloads não pode ser usado. Nada foi baixado; insira um que comece com https:// ou http://, ou deixe-o vazio.',
  'model-set-aside':
    'Um modelo encerrou o mecanismo local duas vezes, então não é mais carregado. O áudio está salvo, e o Parley usa o Moonshine; você pode testar o modelo novamente nas Configurações.',
  'speakers-missing':
    'Os modelos que distinguem as pessoas não estão neste computador. Nada foi alterado; baixe Speakers na página Modelos e tente novamente.',
  'voice-no-name':
    'Este falante não tem nome, então nenhuma voz foi guardada. Dê um nome ao falante e tente novamente.',
  'voice-too-short':
    'Há muito pouco desta voz na reunião, então ela não foi guardada. Tente com uma reunião em que a pessoa fale por mais tempo.',
  'voice-not-kept':
    'A voz não pôde ser gravada no disco. Nada foi guardado; verifique o disco e tente novamente.',
  'voice-not-deleted':
    'A voz não pôde ser excluída por completo. Tente novamente, ou exclua o arquivo dela na pasta voices da pasta de dados do Parley.',

  'chat-none':
    'Não foi escolhido nenhum modelo que possa ler uma reunião. Nada foi enviado; escolha um na página Resumos.',
  'chat-no-model': 'Falta o nome do modelo. Nada foi enviado; escolha um na página Resumos.',
  'calendar-not-read':
    'Não foi possível ler o calendário. Os compromissos lidos antes continuam em uso; escolha o calendário novamente se o arquivo dele tiver mudado de lugar.',
  'calendar-none':
    'Isto não é um calendário. As reuniões são gravadas como antes; escolha um arquivo .ics, ou o endereço de um.',
  'calendar-too-large':
    'O calendário tem mais de 20 MB. Ele não é lido; escolha um calendário com menos anos.',
  'calendar-bad-address':
    'Este endereço não pode ser usado. Nada foi enviado; ele precisa começar com https ou webcal.',
  'calendar-not-fetched':
    'O calendário não chegou do seu endereço. Os compromissos lidos antes continuam em uso, e o Parley tenta novamente em 30 minutos.',
  'chat-no-address': 'Falta o endereço do servidor. Nada foi enviado; insira-o na página Resumos.',
  'chat-bad-address':
    'Este endereço não pode ser usado. Nada foi enviado; ele precisa começar com https, ou estar neste computador.',
  'chat-not-agreed': 'Nada foi enviado, e a reunião não foi alterada.',
  'chat-not-reached':
    'O modelo não respondeu. A reunião não foi alterada; verifique se o servidor dele está em execução e tente novamente.',
  'chat-key-rejected':
    'O servidor não aceita a chave do modelo. A reunião não foi alterada; verifique a chave.',
  'chat-not-there':
    'O servidor não tem este modelo, ou não tem chat neste endereço. A reunião não foi alterada; escolha o modelo novamente.',
  'chat-no-credit':
    'A conta do modelo está sem créditos. A reunião não foi alterada; adicione créditos na sua conta.',
  'chat-busy':
    'O servidor do modelo pede para esperar. A reunião não foi alterada; tente novamente em um minuto.',
  'chat-refused':
    'O servidor do modelo não aceitou a solicitação. A reunião não foi alterada; os detalhes dizem o motivo.',
  'chat-failed':
    'O servidor do modelo falhou. A reunião não foi alterada; tente novamente, ou escolha outro modelo.',
  'chat-redirected':
    'O servidor do modelo redirecionou a solicitação, e o Parley não segue esse tipo de redirecionamento. A chave não foi enviada para lá, e a reunião não foi alterada.',
  'chat-cut':
    'A conexão com o modelo foi perdida antes que a resposta estivesse completa. A reunião não foi alterada; tente novamente.',
  'chat-slow':
    'O modelo parou de responder. A reunião não foi alterada; tente novamente, ou escolha um modelo menor.',
  'chat-bad-answer':
    'Não é possível ler a resposta do modelo. A reunião não foi alterada; verifique o endereço, ou escolha outro modelo.',
  'minutes-no-words':
    'Ainda não há palavras nesta reunião, então não há nada para resumir. Nada foi enviado.',
  'minutes-no-template':
    'Este modelo de resumo não existe mais, ou não tem nenhuma seção. Nada foi enviado; escolha outro.',
  'minutes-running': 'Um modelo já está lendo esta reunião. Espere até que termine, ou cancele.',
  'folder-not-opened': 'Não foi possível abrir a pasta. Nada foi alterado.',
  'chat-empty': 'O modelo deu uma resposta vazia. A reunião não foi alterada; tente novamente.',
  'suggestion-empty':
    'O modelo não sugeriu nenhum título nem etiqueta que se possa usar. A reunião não mudou; tente novamente ou escolha outro modelo.',

  'update-failed':
    'Não foi possível baixar a atualização. Esta versão continua funcionando, e o Parley tenta novamente de forma automática; verifique a rede se isso persistir.',
  'update-not-signed':
    'A atualização não está assinada pelos autores do Parley, então não foi instalada. Esta versão continua funcionando.',
  'update-while-recording':
    'Há uma gravação em andamento, então nada foi alterado. Pare a gravação primeiro e depois reinicie.',
  'update-not-ready': 'Nenhuma atualização está pronta para ser instalada. Nada foi alterado.',

  'settings-not-saved':
    'Não foi possível gravar as configurações no disco, então nada foi alterado. Suas gravações estão a salvo; verifique o disco e tente novamente.',

  'bad-input': 'Este valor não pode ser usado. Nada foi alterado.',
  'not-allowed': 'Esta página não tem permissão para fazer isso. Nada foi alterado.',
  internal:
    'Algo deu errado no Parley. Suas gravações estão a salvo; tente novamente, ou reinicie o Parley.',
}

export const errorDetails: Translation['errorDetails'] = {
  wrongCharacter: (place, what) => `O caractere ${place} é ${what}`,
  spaceOrLineBreak: 'um espaço ou uma quebra de linha',
  quoted: (character) => `“${character}”`,
  zones: { default: 'zona padrão', us: 'zona EUA', eu: 'zona UE' },
}
