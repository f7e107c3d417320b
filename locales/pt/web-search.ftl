# O cliente web: Procurar. Rascunho: ainda não lido por um falante nativo.

search-label = O que procura?
search-hint = O nome de um parceiro ou de uma atividade; os acentos não importam
search-none = Nada foi encontrado
search-none-text = Tente uma palavra mais curta.
search-partners = Parceiros
search-activities = Atividades
