// The least that a desktop program with a Vue window can be; startup.ts measures ours against it.
const { app, BrowserWindow } = require('electron')
const path = require('node:path')

app.on('ready', () => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false })
  window.once('ready-to-show', () => window.show())
  window.loadFile(path.join(process.env.BENCH_PAGE, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
