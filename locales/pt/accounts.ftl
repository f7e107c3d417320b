# Accounts: their mails and pages.

# The name of a role, after a colon.
role =
    { $role ->
        [SYSTEM_ADMIN] administração
        [COORDINATOR] coordenação
        [CO_COORDINATOR] cocoordenação
        [SUBNATIONAL_COORDINATOR] coordenação subnacional
        [IMO] gestão da informação
        [PARTNER_FOCAL_POINT] ponto focal do parceiro
        [PARTNER_EDITOR] redação para o parceiro
        [GOVERNMENT] contraparte governamental
        [DONOR] doador
       *[VIEWER] leitura
    }

invitation-title = Convite de { $inviter } para a Darasa
invitation-text = Na Darasa, quem responde a uma emergência coordena a educação em conjunto. O convite é para esta função: { $role }.
invitation-button = Aceitar o convite
invitation-reason = Recebe esta mensagem porque { $inviter } indicou o seu endereço. Se não a esperava, não precisa de fazer nada.
link-validity = A ligação funciona uma só vez, até { $moment }.
password-title = Definir uma nova palavra-passe
password-text = Foi pedida, provavelmente por si, uma nova palavra-passe para a sua conta Darasa.
password-reason = Se o pedido não foi seu, não precisa de fazer nada: a sua palavra-passe fica como está.

page-invitation-title = Boas-vindas, { $name }
page-invitation-text = Escolha uma palavra-passe para a conta { $email }. A sua função: { $role }.
page-invitation-done = A sua conta está pronta
page-password-text = Escolha uma nova palavra-passe para a conta { $email }. Todas as sessões abertas serão encerradas.
page-password-label = Nova palavra-passe
page-password-rule = Pelo menos 10 caracteres. Algumas palavras que mais ninguém juntaria servem bem.
page-password-refused = Esta palavra-passe não pode ser usada
page-password-done = A sua nova palavra-passe está guardada
page-password-done-text = Já pode iniciar sessão com ela.
page-sign-in = Iniciar sessão
