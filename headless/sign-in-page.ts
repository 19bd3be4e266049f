/** What a browser is shown that comes without the token. */
export function signInPage(): string {
  return `<!doctype html>
<html lang="es">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>ogDesk</title>
<style>
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
  body { margin: 15vh auto; max-width: 34rem; padding: 0 1.5rem }
</style></head>
<body>
  <h1>ogDesk pide su dirección completa</h1>
  <p>Esta consola solo se abre con la última dirección que ha mostrado en el terminal, la que termina en
    <code>/?token=…</code>. Cópiela entera y péguela aquí, en la barra del navegador.</p>
  <p>Cada dirección sirve para entrar una sola vez, y deja de servir si la consola se reinicia: después de cada entrada
    la consola muestra en el terminal la siguiente.</p>
</body>
</html>
`
}
