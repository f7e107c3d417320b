# El cliente web: Ayuda. Borrador: aún no leído por un hablante nativo.

help-title-month = El mes
help-text-month = Se abre un período, los socios informan qué hicieron, dónde y para quién, y el clúster acepta cada informe o lo devuelve con una nota. Solo cuentan los informes aceptados.
help-title-offline = Sin red
help-text-offline = Cada cambio queda en este dispositivo en un segundo. Lo que envía espera aquí una conexión, se envía una vez por muchas veces que se intente, y acaba con un recibo. «En este dispositivo» lo muestra todo.
help-title-conflict = Cuando dos personas cambian el mismo informe
help-text-conflict = Los cambios que no chocan se unen. Donde ambos cambiaron la misma celda ve los dos valores y elige. Nada se sobrescribe en silencio.
help-title-null = Vacío, cero, nada que informar
help-text-null = Vacío significa que nadie lo dijo. Cero es un número. «Nada que informar» dice que allí no se hizo nada este mes.
help-title-figures = De dónde viene una cifra
help-text-figures = Cada cifra subrayada se abre: su método, su fecha, su fuente y las filas detrás, en cuanto pueda verlas.
help-title-keys = Con el teclado
help-text-keys = Tab avanza, Mayús y Tab retrocede, Intro abre, Escape cierra. El primer Tab de cada pantalla ofrece ir al contenido.
