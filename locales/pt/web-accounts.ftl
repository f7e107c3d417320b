# O cliente web: Definições. Rascunho: ainda não lido por um falante nativo.

sign-out = Terminar sessão
sign-out-wipe = Retirar também deste dispositivo o meu trabalho por enviar
sign-out-sure =
    { $count-form ->
        [one] { $count } trabalho não foi enviado e fica neste dispositivo. Terminar sessão?
        [many] { $count } de trabalhos não foram enviados e ficam neste dispositivo. Terminar sessão?
       *[other] { $count } trabalhos não foram enviados e ficam neste dispositivo. Terminar sessão?
    }
sign-out-wipe-sure =
    { $count-form ->
        [one] { $count } trabalho por enviar perde-se de vez. Terminar sessão?
        [many] { $count } de trabalhos por enviar perdem-se de vez. Terminar sessão?
       *[other] { $count } trabalhos por enviar perdem-se de vez. Terminar sessão?
    }
forgotten-title = Pedir uma palavra-passe nova
forgotten-button = Enviem-me uma ligação
forgotten-done = Se o endereço tem conta, uma mensagem com uma ligação está a caminho.
invitation-title = Bem-vindo: escolha uma palavra-passe
reset-title = Escolha uma palavra-passe nova
password-new = Palavra-passe nova
password-rule = Pelo menos 10 caracteres. Servem algumas palavras que só você junta.
password-refused = Esta palavra-passe não pode ser usada. Escolha outra.
password-dead = Esta ligação já não vale. Peça uma nova.
password-button = Definir a palavra-passe
password-done = A sua palavra-passe está definida. Já pode entrar.

settings-me = Você
settings-roles = Funções
settings-unsent =
    { $count-form ->
        [one] { $count } trabalho deste dispositivo não foi enviado.
        [many] { $count } de trabalhos deste dispositivo não foram enviados.
       *[other] { $count } trabalhos deste dispositivo não foram enviados.
    }
tokens-title = Chaves para programas
tokens-text = Um programa seu usa uma chave em vez da sua palavra-passe. Não pode mais do que você.
tokens-none = Não tem chaves.
token-name = Para que é
token-name-missing = Diga para que é a chave
token-read-only = Só pode ler
token-create = Fazer uma chave
token-made = A chave está feita.
token-secret = Copie já este segredo: é mostrado uma vez.
token-prefix = Começa por
token-used = Último uso
token-revoke-sure = O programa que usa esta chave fica de fora. Retirá-la?
access-title = Língua e palavra-passe
access-language = Língua neste dispositivo
access-language-hint = Os e-mails chegam em { $language }, a língua da sua conta.
access-sessions = Uma nova palavra-passe termina as suas sessões em todos os dispositivos.
password-change = Enviar-me uma ligação
password-change-text = Para mudar a palavra-passe, peça uma ligação por e-mail: assim só o pode fazer quem lê o seu correio.
password-mailed = Um e-mail com uma ligação vai a caminho.
to-you-title = E-mails para si
to-you-partner = Quando um mês abre, antes e depois do prazo, e quando um relatório seu é devolvido ou aceite.
to-you-account = O que diz respeito à sua conta: convites e ligações para escolher a palavra-passe.
to-you-stop = Cada e-mail dispensável tem uma ligação para deixar de o receber.
to-you-follow = Seguir por e-mail
to-you-follow-text = Receba um e-mail quando algo de { $operation } for publicado.
to-you-asked = Um e-mail pede-lhe que confirme. Nada mais chega até dizer que sim.
token-for = Age por
token-for-all = tudo o que posso fazer
token-may = Pode
token-reads = ler
token-writes = ler e escrever
