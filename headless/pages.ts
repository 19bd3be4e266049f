/** What a browser is shown in the place of the user interface. */

const page = (title: string, ...paragraphs: string[]): string => `<!doctype html>
<html lang="es">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>ogDesk</title>
<style>
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
  body { margin: 15vh auto; max-width: 34rem; padding: 0 1.5rem }
</style></head>
<body>
  <h1>${title}</h1>
  ${paragraphs.map((text) => `<p>${text}</p>`).join('\n  ')}
</body>
</html>
`

/** To who comes without the token. */
export const signInPage = (): string =>
  page(
    'ogDesk pide su dirección completa',
    `Esta consola solo se abre con la última dirección que ha mostrado en el terminal, la que termina en
    <code>/?token=…</code>. Cópiela entera y péguela aquí, en la barra del navegador.`,
    `Cada dirección sirve para entrar una sola vez, y deja de servir si la consola se reinicia: después de cada entrada
    la consola muestra en el terminal la siguiente.`
  )

/** To who has asked for more in a minute than the settings allow. */
export const tooManyPage = (seconds: number): string =>
  page(
    'Demasiadas peticiones',
    `Este equipo ha pedido más a la consola de lo que admite en un minuto. Espere ${seconds} s y vuelva a cargar la
    página.`,
    `Si ocurre a menudo, suba el límite en <em>Ajustes</em>, en «Límites de la interfaz en el navegador», o averigüe
    qué programa de este equipo llama a la consola.`
  )
