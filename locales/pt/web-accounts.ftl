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
role-SYSTEM_ADMIN = Administrador
role-COORDINATOR = Coordenador
role-CO_COORDINATOR = Cocoordenador
role-SUBNATIONAL_COORDINATOR = Coordenador subnacional
role-IMO = Responsável pela gestão da informação
role-PARTNER_FOCAL_POINT = Ponto focal do parceiro
role-PARTNER_EDITOR = Redator do parceiro
role-GOVERNMENT = Representante do governo
role-DONOR = Doador
role-VIEWER = Leitor
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
