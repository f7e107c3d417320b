# O cliente web: Ajuda. Rascunho: ainda não lido por um falante nativo.

help-title-month = O mês
help-text-month = Abre-se um período, os parceiros relatam o que fizeram, onde e para quem, e o cluster aceita cada relatório ou devolve-o com uma nota. Só contam os relatórios aceites.
help-title-offline = Sem rede
help-text-offline = Cada mudança fica neste dispositivo num segundo. O que envia espera aqui uma ligação, é enviado uma vez por mais que se tente, e acaba com um recibo. «Neste dispositivo» mostra tudo.
help-title-conflict = Quando duas pessoas mudam o mesmo relatório
help-text-conflict = As mudanças que não chocam são unidas. Onde ambos mudaram a mesma célula vê os dois valores e escolhe. Nada se sobrescreve em silêncio.
help-title-null = Vazio, zero, nada a relatar
help-text-null = Vazio significa que ninguém o disse. Zero é um número. «Nada a relatar» diz que ali não se fez nada este mês.
help-title-figures = De onde vem um número
help-text-figures = Cada número sublinhado abre-se: o seu método, a data, a fonte e as linhas por trás, tanto quanto as possa ver.
help-title-keys = Com o teclado
help-text-keys = Tab avança, Shift e Tab recua, Enter abre, Escape fecha. O primeiro Tab de cada ecrã oferece ir para o conteúdo.
